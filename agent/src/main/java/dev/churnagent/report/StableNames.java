package dev.churnagent.report;

import dev.churnagent.report.Report.Site;

/**
 * Names that stay the same from run to run and from build to build, to find again in one report
 * what another one told: a call site without its line, an anonymous class without its number, a far
 * end on this machine without a port that the system chose.
 */
public final class StableNames {
  /** The lowest port that systems choose by themselves: Linux begins here, others higher. */
  private static final int FIRST_EPHEMERAL = 32_768;

  private static final String[] LOOPBACK = {"127.0.0.1:", "localhost:", "[::1]:"};
  private static final int PORT_DIGITS = 5;
  private static final char ANY = '*';

  private StableNames() {}

  /** Class and method of a site, e.g. {@code com.acme.StepA.run}. */
  public static String site(Site site) {
    String method = site.method();
    return withoutNumbers(method == null ? site.className() : site.className() + "." + method);
  }

  /**
   * A place as in a stack trace, without file and line: {@code com.acme.StepA.run(StepA.java:42)}
   * becomes {@code com.acme.StepA.run}.
   */
  public static String place(String frame) {
    int bracket = frame.indexOf('(');
    boolean hasFile = bracket > 0 && frame.endsWith(")");
    return withoutNumbers(hasFile ? frame.substring(0, bracket) : frame);
  }

  /** The line of a place as in a stack trace; -1 if it has none. */
  public static int line(String frame) {
    int colon = frame.lastIndexOf(':');
    int end = frame.length() - 1;
    boolean isLine = colon > 0 && frame.endsWith(")") && end > colon + 1 && end - colon <= 9;
    for (int i = colon + 1; isLine && i < end; i++) {
      isLine = isDigit(frame.charAt(i));
    }
    return isLine ? Integer.parseInt(frame, colon + 1, end, 10) : -1;
  }

  /** A method as in {@code com.acme.Flow$1#run}, or any name without a place in a file. */
  public static String method(String name) {
    return withoutNumbers(name);
  }

  /** A request or an address: ports of this machine that systems choose by themselves become *. */
  public static String target(String target) {
    for (String host : LOOPBACK) {
      int start = target.indexOf(host);
      if (start == 0 || start > 0 && target.charAt(start - 1) == '/') {
        return withoutPort(target, start + host.length());
      }
    }
    return target.indexOf('#') < 0 ? target : withoutNumbers(target);
  }

  private static String withoutPort(String target, int start) {
    int end = start;
    while (end < target.length() && end - start <= PORT_DIGITS && isDigit(target.charAt(end))) {
      end++;
    }
    boolean isPort = end > start && end - start <= PORT_DIGITS;
    if (!isPort || Integer.parseInt(target, start, end, 10) < FIRST_EPHEMERAL) {
      return target;
    }
    return target.substring(0, start) + ANY + target.substring(end);
  }

  /** {@code Flow$1} and {@code Flow$1Local} as {@code Flow$*} and {@code Flow$*Local}. */
  private static String withoutNumbers(String name) {
    if (name.indexOf('$') < 0) {
      return name;
    }
    StringBuilder text = new StringBuilder(name.length());
    int end = nameEnd(name);
    for (int i = 0; i < end; i++) {
      text.append(name.charAt(i));
      if (name.charAt(i) == '$' && i + 1 < end && isDigit(name.charAt(i + 1))) {
        while (i + 1 < end && isDigit(name.charAt(i + 1))) {
          i++;
        }
        text.append(ANY);
      }
    }
    return text.append(name, end, name.length()).toString();
  }

  /** What follows a space is arguments, which are no name. */
  private static int nameEnd(String name) {
    int space = name.indexOf(' ');
    return space < 0 ? name.length() : space;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
