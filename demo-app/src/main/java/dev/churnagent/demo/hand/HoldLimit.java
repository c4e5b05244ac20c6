package dev.churnagent.demo.hand;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How many connections can be held here. Beyond its open files a system doesn't refuse a
 * connection: it lets it wait in the server's backlog, which looks held and is none. So the tool
 * stops before.
 */
final class HoldLimit {
  /** The proxy's two ends and the device server's one are in the same process. */
  private static final int FILES_OF_SERVERS_PER_CONNECTION = 3;

  private static final int OTHER_FILES = 256;

  private HoldLimit() {}

  /** At most {@link HandCommand#MOST}, and what this process and the servers can have open. */
  static int ofThisMachine() {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
      return forOpenFiles(system.getMaxFileDescriptorCount());
    }
    return HandCommand.MOST;
  }

  /** The limit where a process may have {@code openFiles} files open. */
  static int forOpenFiles(long openFiles) {
    long connections = (openFiles - OTHER_FILES) / FILES_OF_SERVERS_PER_CONNECTION;
    return (int) Math.max(0, Math.min(HandCommand.MOST, connections));
  }
}
