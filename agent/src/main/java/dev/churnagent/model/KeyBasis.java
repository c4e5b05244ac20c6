package dev.churnagent.model;

/**
 * What the identity of a request's arguments rests on. Codes stand in journals and never change.
 */
public enum KeyBasis {
  /** Every part was read and compared by value. */
  VALUE(0),
  /** At least one object has no value that can be read, and was compared by identity. */
  IDENTITY(1),
  /** A bound on depth or size was met: what lies beyond was not compared. */
  BOUNDED(2);

  private static final KeyBasis[] BY_CODE = {VALUE, IDENTITY, BOUNDED};

  private final int code;

  KeyBasis(int code) {
    this.code = code;
  }

  /** The number in journals. */
  public int code() {
    return code;
  }

  /** The value for a journal's number; {@link #IDENTITY}, the most careful, for an unknown one. */
  public static KeyBasis ofCode(int code) {
    return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : IDENTITY;
  }
}
