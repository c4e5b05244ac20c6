package dev.churnagent.report.json;

/** A report.json lacks a field that every report has, or holds something else in its place. */
final class MissingFieldException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingFieldException(String field, String expected) {
    super("'" + field + "' should be " + expected);
  }
}
