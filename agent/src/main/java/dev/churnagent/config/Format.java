package dev.churnagent.config;

/** A format of a run's report. */
public enum Format {
  /** The whole report. */
  JSON("json"),
  /** The whole report for people, in one page. */
  HTML("html"),
  /** The summary. */
  TEXT("text"),
  /** Limits as test cases. */
  JUNIT("junit"),
  /** Violated limits as SARIF results. */
  SARIF("sarif");

  private final String word;

  Format(String word) {
    this.word = word;
  }

  /** Whether this version knows how; HTML is part of the default and is left out for now. */
  boolean isWritten() {
    return this != JUNIT && this != SARIF;
  }

  /** The word in the {@code formats} option. */
  public String word() {
    return word;
  }
}
