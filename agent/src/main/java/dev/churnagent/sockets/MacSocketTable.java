package dev.churnagent.sockets;

/**
 * macOS' table by {@code netstat -an -p tcp}, which does not name owners and cuts long IPv6
 * addresses, which then count as not understood:
 *
 * <pre>
 * tcp4       0      0  127.0.0.1.50234        127.0.0.1.8080         TIME_WAIT
 * </pre>
 */
final class MacSocketTable extends NetstatTable {
  private static final int STATE_WORD = 5;

  MacSocketTable(CommandRunner commands) {
    super(commands, "netstat", "-an", "-p", "tcp");
  }

  @Override
  public OwnerKind ownerKind() {
    return OwnerKind.NONE;
  }

  @Override
  boolean row(Line line, SocketVisitor visitor) {
    if (line.words() <= STATE_WORD
        || !line.endpoint(3, '.', local)
        || !line.endpoint(4, '.', remote)) {
      return false;
    }
    hand(visitor, StateWords.stateOf(line, STATE_WORD), -1);
    return true;
  }
}
