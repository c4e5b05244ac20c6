package dev.churnagent.config;

/** What a violated limit does at the end of the JVM. */
public enum OnViolation {
  /** Only say so. */
  REPORT,
  /** The JVM ends with status 3 after all its own shutdown hooks ran. */
  EXIT
}
