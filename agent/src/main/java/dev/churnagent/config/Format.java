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
  SARIF("sarif"),
  /** The verdict and what it rests on, for the summary of a build. */
  MARKDOWN("markdown"),
  /** Violated limits as GitLab's code quality reports want them. */
  GITLAB("gitlab");

  private final String word;

  Format(String word) {
    this.word = word;
  }

  /** The word in the {@code formats} option. */
  public String word() {
    return word;
  }
}
