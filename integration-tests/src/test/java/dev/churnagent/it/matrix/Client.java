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

  /** The libraries that the tests themselves are built with. */
  static final String TESTS_OWN = "tests";

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
    return name.equals(JDK) || name.equals(TESTS_OWN)
        ? null
        : Path.of(System.getProperty("churn.it.matrix"), name);
  }

  /** Its name without the version. */
  String family() {
    return name.replaceFirst("-[\\d.]+$", "");
  }

  int connections() {
    return calls.stream().mapToInt(Call::connections).sum();
  }

  String title() {
    return String.join(" ", name, program, server.toString(), String.join(" ", flags)).trim();
  }

  @Override
  public String toString() {
    return title();
  }
}
