package dev.churnagent.junit;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;

/**
 * The agent in this JVM. Its hook is a class of the bootstrap loader; one that any other loader has
 * is only a jar on the class path.
 */
final class Agent implements Engine {
  private static final String HOOK = "dev.churnagent.hook.MeasurementHook";
  private static final String OLDER = "dev.churnagent.hook.ChurnHook";
  private static final String JAR = "churn-agent.jar";
  private static final int PROTOCOL = 1;

  /** Null: the agent. */
  private static volatile Engine replacement;

  private final Method begin;
  private final Method end;

  private Agent(Class<?> hook) throws NoSuchMethodException {
    begin = hook.getMethod("begin", Map.class);
    end = hook.getMethod("end", Object.class);
  }

  /** For our own tests; null brings the agent back. */
  static void replace(Engine engine) {
    replacement = engine;
  }

  /**
   * The agent.
   *
   * @throws MeasurementException if none is attached, or one that can't be asked
   */
  static Engine attached() {
    Engine other = replacement;
    return other != null ? other : find(HOOK, OLDER);
  }

  /** The agent with hooks of these names. */
  static Engine find(String hookName, String olderName) {
    Class<?> hook = boot(hookName);
    if (hook == null) {
      throw new MeasurementException(boot(olderName) == null ? howToAttach() : tooOld(), null);
    }
    try {
      int protocol = hook.getField("PROTOCOL").getInt(null);
      if (protocol != PROTOCOL) {
        throw new MeasurementException(mismatch(protocol), null);
      }
      if (!(boolean) hook.getMethod("isRecording").invoke(null)) {
        throw new MeasurementException(
            "churn-agent is in this JVM but records nothing: it could not start, or the JVM is"
                + " ending",
            null);
      }
      return new Agent(hook);
    } catch (ReflectiveOperationException e) {
      throw new MeasurementException(mismatch(PROTOCOL) + " (" + e + ")", null);
    }
  }

  private static Class<?> boot(String name) {
    try {
      return Class.forName(name, false, null);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private static String tooOld() {
    return "the churn-agent that is attached is older than churn-junit and can't measure tests: use"
        + " the same version of both";
  }

  private static String mismatch(int protocol) {
    return "churn-junit and the attached churn-agent don't fit together (they ask by protocol "
        + PROTOCOL
        + ", it answers by "
        + protocol
        + "): use the same version of both";
  }

  private static String howToAttach() {
    return "churn-agent is not attached to this JVM, so nothing can be measured: start it with"
        + " -javaagent:"
        + jar()
        + " (Maven: argLine of Surefire or Failsafe; Gradle: jvmArgs of the test task)";
  }

  /** The agent's jar where it is on the class path. */
  private static String jar() {
    String classPath = System.getProperty("java.class.path", "");
    for (String entry : classPath.split(File.pathSeparator)) {
      File file = new File(entry);
      if (file.getName().equals(JAR)) {
        return file.getAbsolutePath();
      }
    }
    return "/path/to/" + JAR;
  }

  @Override
  public Object begin(Map<String, Object> options) {
    return call(begin, options);
  }

  @Override
  @SuppressWarnings("unchecked")
  public Map<String, Object> end(Object token) {
    return (Map<String, Object>) call(end, token);
  }

  private static Object call(Method method, Object argument) {
    try {
      return method.invoke(null, argument);
    } catch (InvocationTargetException e) {
      throw new MeasurementException("the agent failed with " + e.getCause(), null);
    } catch (IllegalAccessException e) {
      throw new MeasurementException(mismatch(PROTOCOL) + " (" + e + ")", null);
    }
  }
}
