package dev.churnagent.report;

/** Short names for people, where the whole ones stand elsewhere in the report. */
public final class Names {
  /** The root of a chain whose steps have no caller in common but their thread. */
  private static final String THREAD = "java.lang.Thread#run";

  private Names() {}

  /** Whether a chain's root is no method, but all that a thread does. */
  static boolean isThread(String root) {
    return root.equals(THREAD);
  }

  /** Who does what a chain tells, in short: {@code DeviceFlow#run}, or {@code one thread}. */
  public static String doer(String root) {
    return isThread(root) ? "one thread" : method(root);
  }

  /** Where the root's name says to fetch: {@code in com.acme.DeviceFlow#run}, or before. */
  public static String place(String root) {
    return isThread(root) ? "beforehand" : "in " + root;
  }

  /** The same in short: {@code in DeviceFlow#run}. */
  public static String shortPlace(String root) {
    return isThread(root) ? "beforehand" : "in " + method(root);
  }

  /** {@code com.acme.DeviceFlow#run} as {@code DeviceFlow#run}. */
  public static String method(String name) {
    int hash = name.indexOf('#');
    int dot = name.lastIndexOf('.', hash < 0 ? name.length() : hash);
    return name.substring(dot + 1);
  }

  /** A watched method without its package; an HTTP request stays as it is. */
  public static String target(String target) {
    return target.indexOf('#') < 0 ? target : method(target);
  }
}
