package dev.churnagent.journal;

/**
 * What a record says. Codes stand in files: a code is never used again for another meaning, and
 * readers skip codes they don't know.
 */
public enum RecordType {
  /** The run's start: who, where, with which options. */
  RUN_STARTED(1),
  /** Defines a class that stands in stacks. */
  CLASS_DEFINED(2),
  /** Defines a frame: class, method, line. */
  FRAME_DEFINED(3),
  /** Defines a stack as a list of frames. */
  STACK_DEFINED(4),
  /** Defines an endpoint. */
  ENDPOINT_DEFINED(5),
  /** Defines a watched or scope method. */
  METHOD_DEFINED(6),
  /** Defines a request: what is fetched, with which arguments. */
  REQUEST_DEFINED(7),
  /** Defines where a thread's work was handed over from. */
  ORIGIN_DEFINED(8),
  /** Defines a stack as another one together with where its thread's work was handed over from. */
  STACK_HANDED_OVER(9),
  /** A connect succeeded; the detail is 1 if CONNECTION_IN_SCOPE follows. */
  CONNECTION_ESTABLISHED(16),
  /** A connect failed; the detail is the {@link dev.churnagent.model.FailureKind}. */
  CONNECT_FAILED(17),
  /** A non-blocking connect was closed before it was finished. */
  CONNECT_ABANDONED(18),
  /** A connection was closed; the detail is {@link dev.churnagent.model.ClosedFirst}. */
  CONNECTION_CLOSED(19),
  /** A scope began: the ids are method and scope, the duration holds thread and parent scope. */
  SCOPE_STARTED(20),
  /** A scope ended: the endpoint's place holds the scope. */
  SCOPE_ENDED(21),
  /**
   * The connection just told was opened in a scope, which stands in the endpoint's place; time,
   * port and stack are the connection's, the duration holds its endpoint.
   */
  CONNECTION_IN_SCOPE(22),
  /** As CONNECTION_IN_SCOPE, of the failed connect just told. */
  CONNECT_FAILED_IN_SCOPE(23),
  /**
   * The connection just told as closed was closed by another thread than the one that asked for it,
   * or by a task that was handed over: the closer's stack stands in the endpoint's place; time,
   * port, stack and duration are the connection's.
   */
  CONNECTION_CLOSED_BY(24),
  /**
   * A client or a pool was built: the detail is its {@link dev.churnagent.model.ClientKind}, its
   * number stands in the endpoint's place.
   */
  CLIENT_BUILT(25),
  /**
   * The connection just told was opened by a client, whose number stands in the endpoint's place;
   * time, port and stack are the connection's.
   */
  CONNECTION_BY_CLIENT(26),
  /** Something could not be measured. */
  MEASUREMENT_DEGRADED(32),
  /**
   * The text of the first failure of a {@link dev.churnagent.model.FailureKind}, which is the id.
   */
  FAILURE_DESCRIBED(33),
  /** A fetch ended; the detail is the flags, the port's place holds its connections. */
  CALL_ENDED(34),
  /** What the system says of its ports. */
  PORTS_DESCRIBED(35),
  /** A proxy on this machine stands before the endpoint, which is the id. */
  HOPS_FOUND(36),
  /** Local ports that came into TIME_WAIT, or left it, towards the endpoint, which is the id. */
  TIME_WAIT_SAMPLED(37),
  /** The system's socket table was read to its end. */
  SOCKET_TABLE_READ(38);

  private static final RecordType[] BY_CODE = new RecordType[64];

  static {
    for (RecordType type : values()) {
      BY_CODE[type.code] = type;
    }
  }

  private final int code;

  RecordType(int code) {
    this.code = code;
  }

  /** The number in the file, 1 to 63. */
  public int code() {
    return code;
  }

  /** The type for a file's number, or null for one of a later version. */
  public static RecordType ofCode(int code) {
    return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
  }

  /** Whether a record with this code, known or not, holds a payload of variable length. */
  static boolean hasPayload(int code) {
    return code < 16 || code >= 32;
  }
}
