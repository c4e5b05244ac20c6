package dev.churnagent.cli;

/** What a command's exit status says. */
public final class ExitStatus {
  /** The command did what was asked, and every limit held. */
  public static final int ALL_HELD = 0;

  /** A limit is violated. */
  public static final int VIOLATED = 1;

  /** The command line or an input is unusable, or the measurement is incomplete. */
  public static final int UNUSABLE = 2;

  private ExitStatus() {}
}
