package dev.churnagent.analysis;

/** What the connections of a call site have in common. Each has a page in docs/findings. */
public enum Signature {
  /** A connection for each use, which we close at once: each leaves a port in TIME_WAIT. */
  CLOSE_FIRST("close-first"),
  /** Many connections kept open for long: until a time-out, garbage collection or the end. */
  HOARD("hoard"),
  /** Connections that nobody closes: ever more are open. */
  LEAK("leak"),
  /** Connections that end in a reset: no TIME_WAIT, but data may be lost. */
  RESET("reset"),
  /** Connections that the peer closes first: TIME_WAIT is on its side. */
  PEER_FIRST("peer-first"),
  /** Few connections that are kept and used again: as it should be. */
  POOLED("pooled");

  private final String word;

  Signature(String word) {
    this.word = word;
  }

  /** The word in reports, and the name of its page. */
  public String word() {
    return word;
  }
}
