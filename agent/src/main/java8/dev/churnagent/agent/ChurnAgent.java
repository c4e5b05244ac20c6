package dev.churnagent.agent;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;

/**
 * What the JVM calls. Compiled for Java 8, so that an older JVM gets one line instead of an
 * UnsupportedClassVersionError; touches no other class of ours before that check, because the rest
 * must come from the bootstrap loader.
 */
public final class ChurnAgent {
  private static final int OLDEST = 17;
  private static final int CONFIGURATION_ERROR = 2;

  private ChurnAgent() {}

  /**
   * Starts recording before {@code main}.
   *
   * @param arguments {@code key=value,...} or null
   * @param instrumentation the JVM's
   * @throws Throwable never for a user's mistake, which ends the JVM with status 2
   */
  public static void premain(String arguments, Instrumentation instrumentation) throws Throwable {
    if (feature() < OLDEST) {
      System.err.println(tooOld());
      Runtime.getRuntime().halt(CONFIGURATION_ERROR);
    }
    launch("premain", arguments, instrumentation);
  }

  /**
   * Starts recording in a JVM that already runs; must never end it.
   *
   * @param arguments {@code key=value,...} or null
   * @param instrumentation the JVM's
   * @throws Throwable what the attaching command line is told
   */
  public static void agentmain(String arguments, Instrumentation instrumentation) throws Throwable {
    if (feature() < OLDEST) {
      throw new IllegalStateException(tooOld());
    }
    launch("agentmain", arguments, instrumentation);
  }

  private static void launch(String method, String arguments, Instrumentation instrumentation)
      throws Throwable {
    try {
      Class.forName("dev.churnagent.agent.AgentLauncher")
          .getMethod(method, String.class, Instrumentation.class)
          .invoke(null, arguments, instrumentation);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static int feature() {
    String version = System.getProperty("java.specification.version", "0");
    int dot = version.indexOf('.');
    try {
      return Integer.parseInt(dot < 0 ? version : version.substring(dot + 1));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static String tooOld() {
    return "churn-agent: Java "
        + System.getProperty("java.version")
        + " is too old; churn-agent needs Java "
        + OLDEST
        + " or newer";
  }
}
