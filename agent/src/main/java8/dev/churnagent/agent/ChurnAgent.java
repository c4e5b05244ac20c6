package dev.churnagent.agent;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * What the JVM calls. Compiled for Java 8, so that an older JVM gets one line instead of an
 * UnsupportedClassVersionError; touches no other class of ours before that check, because the rest
 * must come from the bootstrap loader.
 */
public final class ChurnAgent {
  private static final String LAUNCHER = "dev.churnagent.agent.AgentLauncher";
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
      launcher()
          .getMethod(method, String.class, Instrumentation.class)
          .invoke(null, arguments, instrumentation);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /**
   * Never from the loader that this class has: a system class loader of the program's own, asking
   * its parents last, would give us second copies of the classes that the hooks need once.
   */
  private static Class<?> launcher() throws ClassNotFoundException {
    try {
      return Class.forName(LAUNCHER, true, null);
    } catch (ClassNotFoundException renamedOrAttached) {
      URL jar = ChurnAgent.class.getProtectionDomain().getCodeSource().getLocation();
      // Never closed: the report is built by classes that are loaded at the JVM's end.
      return Class.forName(LAUNCHER, true, new URLClassLoader(new URL[] {jar}, null));
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
