package dev.churnagent.config;

/**
 * System properties of a watched JVM by which the agent answers the command that attached it. An
 * {@code agentmain} that throws prints a stack trace and failed assertions of the JVM on the
 * program's stderr, and its message does not reach the command; so it returns and answers here.
 */
public final class TargetProperties {
  /** Absolute path of the run's folder; set as long as the agent records. */
  public static final String RUN_FOLDER = "dev.churnagent.run";

  /** One line that says why the agent did not start; cleared when an attach begins. */
  public static final String ATTACH_ERROR = "dev.churnagent.attach.error";

  private TargetProperties() {}
}
