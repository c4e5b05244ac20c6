package dev.churnagent.sockets;

/**
 * Windows' table by {@code netstat -ano}:
 *
 * <pre>
 *   TCP    127.0.0.1:50124        127.0.0.1:9222         TIME_WAIT       0
 * </pre>
 *
 * <p>The word for the state may be in the system's language. A word that is not known says by its
 * place: no remote port is a listener, and process 0 is TIME_WAIT, as nobody owns that.
 */
final class WindowsSocketTable extends NetstatTable {
  WindowsSocketTable(CommandRunner commands) {
    super(commands, "netstat", "-ano");
  }

  @Override
  public OwnerKind ownerKind() {
    return OwnerKind.PID;
  }

  @Override
  boolean row(Line line, SocketVisitor visitor) {
    int last = line.words() - 1;
    if (last < 3 || !line.endpoint(1, ':', local) || !line.endpoint(2, ':', remote)) {
      return false;
    }
    int pid = line.number(last);
    if (pid < 0) {
      return false;
    }
    hand(visitor, state(line, last, pid), pid);
    return true;
  }

  private TcpState state(Line line, int last, int pid) {
    TcpState known = last > 3 ? StateWords.stateOf(line, 3) : TcpState.UNKNOWN;
    if (known != TcpState.UNKNOWN) {
      return known;
    }
    if (remote.port == 0) {
      return TcpState.LISTEN;
    }
    return pid == 0 ? TcpState.TIME_WAIT : TcpState.UNKNOWN;
  }
}
