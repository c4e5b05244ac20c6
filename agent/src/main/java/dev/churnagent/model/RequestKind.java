package dev.churnagent.model;

import java.util.Locale;

/** What a recorded fetch is. Codes stand in journals and never change. */
public enum RequestKind {
  /** A call of a watched method. */
  METHOD(0),
  /** An HTTP/1.x request on the wire. */
  HTTP(1);

  private final int code;

  RequestKind(int code) {
    this.code = code;
  }

  /** The number in journals. */
  public int code() {
    return code;
  }

  /** The word in reports, e.g. {@code http}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value for a journal's number. */
  public static RequestKind ofCode(int code) {
    return code == HTTP.code ? HTTP : METHOD;
  }
}
