package dev.churnagent.it.matrix;

import java.nio.file.Path;
import java.util.List;

/**
 * A client of one version.
 *
 * @param name e.g. {@code okhttp-5}: the folder of its jars, or {@code jdk} for none
 * @param program in {@code src/test/matrix/programs}
 * @param server that it talks to
 * @param flags of its JVM
 * @param oldestJdk that it runs on
 * @param calls one after another in one JVM
 */
record Client(
    String name,
    String program,
    Server server,
    List<String> flags,
    int oldestJdk,
    List<Call> calls) {
  static final String JDK = "jdk";

  Client(String name, String program, Server server, Call... calls) {
    this(name, program, server, List.of(), 17, List.of(calls));
  }

  Client flags(String... more) {
    return new Client(name, program, server, List.of(more), oldestJdk, calls);
  }

  Client from(int feature) {
    return new Client(name, program, server, flags, feature, calls);
  }

  /** Its folder, or null. */
  Path folder() {
    return name.equals(JDK) ? null : Path.of(System.getProperty("churn.it.matrix"), name);
  }

  /** Its name without the version. */
  String family() {
    return name.replaceFirst("-[\\d.]+$", "");
  }

  int connections() {
    return calls.stream().mapToInt(Call::connections).sum();
  }

  String title() {
    return name + " " + program + (flags.isEmpty() ? "" : " " + String.join(" ", flags));
  }

  @Override
  public String toString() {
    return title();
  }
}
