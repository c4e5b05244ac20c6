package dev.churnagent.analysis;

/** Takes the events of one run in order of time. Primitive arguments: no object for an event. */
interface EventSink {
  /** A connection was established; the duration is that of the connect. */
  int ESTABLISHED = 0;

  /** An attempt failed; the detail is a {@link dev.churnagent.model.FailureKind} code. */
  int FAILED = 1;

  /** A non-blocking connect was given up. */
  int ABANDONED = 2;

  /** A close; the detail is a {@link dev.churnagent.model.ClosedFirst} code. */
  int CLOSED = 3;

  /**
   * TIME_WAIT sockets of a site towards an endpoint: the duration is the change in their number.
   */
  int TIME_WAIT_SEEN = 5;

  /** The system's socket table was read to its end. */
  int TABLE_READ = 6;

  /** The start of the run, before all else. */
  int RUN_STARTED = 7;

  /** The end of the run, after all else: what is still open is closed by the system. */
  int RUN_ENDED = 4;

  /**
   * One event.
   *
   * @param atNanos wall-clock time since the epoch, never before that of the event before
   * @param what one of the constants here, with its detail above bit 4: see {@link #with}
   * @param stack id in {@link Definitions}
   * @param site id in {@link Definitions}
   * @param endpoint id in {@link Definitions}
   * @param localPort our port, or 0 if unknown
   * @param durationNanos connect time or lifetime, or -1 if unknown
   */
  void event(
      long atNanos, int what, int stack, int site, int endpoint, int localPort, long durationNanos);

  /** An event type and its detail as one number. */
  static int with(int type, int detail) {
    return type | detail << 4;
  }

  /** The event type of such a number. */
  static int type(int what) {
    return what & 0xf;
  }

  /** The detail of such a number. */
  static int detail(int what) {
    return what >> 4;
  }
}
