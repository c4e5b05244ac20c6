package dev.churnagent.config;

/**
 * System properties of a watched JVM by which the agent answers the command that attached it: a
 * failing {@code agentmain} has no other way to say why.
 */
public final class TargetProperties {
  /** Absolute path of the run's folder; set as long as the agent records. */
  public static final String RUN_FOLDER = "dev.churnagent.run";

  /** One line that says why the agent did not start after an attach. */
  public static final String ATTACH_ERROR = "dev.churnagent.attach.error";

  private TargetProperties() {}
}
