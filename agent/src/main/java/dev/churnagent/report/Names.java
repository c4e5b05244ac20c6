package dev.churnagent.report;

/** Short names for people, where the whole ones stand elsewhere in the report. */
public final class Names {
  private Names() {}

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
