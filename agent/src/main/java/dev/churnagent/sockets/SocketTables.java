package dev.churnagent.sockets;

import java.io.IOException;

/** Chooses the reader for a system. */
public final class SocketTables {
  private SocketTables() {}

  /** This machine's table; on a system that is not known its reader always throws. Never null. */
  public static SocketTable ofThisMachine() {
    switch (OperatingSystem.current()) {
      case LINUX:
        return new LinuxSocketTable();
      case WINDOWS:
        return new WindowsSocketTable(new SystemCommands());
      case MACOS:
        return new MacSocketTable(new SystemCommands());
      default:
        return new NoTable(System.getProperty("os.name"));
    }
  }

  private static final class NoTable implements SocketTable {
    private final String system;

    NoTable(String system) {
      this.system = system;
    }

    @Override
    public int read(SocketVisitor visitor) throws IOException {
      throw new IOException("the table of TCP sockets can't be read on " + system);
    }

    @Override
    public OwnerKind ownerKind() {
      return OwnerKind.NONE;
    }
  }
}
