package dev.churnagent.analysis;

/** Whose code a class is. */
public enum CodeKind {
  /** The program under test. */
  APPLICATION("application"),
  /** A library it uses, or code that a library generated. */
  LIBRARY("library"),
  /** The JDK itself. */
  JDK("jdk");

  private final String word;

  CodeKind(String word) {
    this.word = word;
  }

  /** The word in reports. */
  public String word() {
    return word;
  }
}
