package dev.churnagent.cli.timewait;

/**
 * A process that owned a socket.
 *
 * @param pid its id, or -1 if the owner is not known
 * @param name for people, or null if unknown
 * @param knownBy {@code table} (seen while it was open), {@code journal} or {@code listener} (what
 *     listens at that port); null if not known
 */
record Owner(long pid, String name, String knownBy) {
  static final Owner UNKNOWN = new Owner(-1, null, null);

  /** As in the text's column. */
  String text() {
    return pid < 0 ? "unknown" : name == null ? Long.toString(pid) : pid + " " + name;
  }
}
