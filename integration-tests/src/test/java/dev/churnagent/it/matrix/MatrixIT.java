package dev.churnagent.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.RunReport;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every connection has an author: many clients, each of two major versions, on the oldest and the
 * newest JDK, against servers that count. {@code -Dchurn.it.matrix.only=REGEX} runs those whose JDK
 * and title match, such as {@code "17 okhttp-.*"}.
 */
class MatrixIT {
  private static final Summary SUMMARY = new Summary();
  private static final Servers SERVERS = new Servers();

  /** These JVMs live for a second or two: they shall not spend it on compiling well. */
  private static final String[] QUICKLY = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"};

  /** What a program ends with where this machine lacks what it needs. */
  private static final int UNAVAILABLE = 77;

  static Stream<Arguments> all() {
    String only = System.getProperty("churn.it.matrix.only", ".*");
    return Clients.all().stream()
        .flatMap(
            client ->
                Jdks.all()
                    .filter(jdk -> jdk.feature() >= client.oldestJdk())
                    .filter(jdk -> (jdk.feature() + " " + client.title()).matches(only))
                    .map(jdk -> Arguments.of(jdk, client)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("all")
  void shouldCountEachConnectionAndNameItsAuthor(Jdk jdk, Client client) {
    try (Servers.Counting server = SERVERS.countingFor(client)) {
      Finished run = run(jdk, client, server.port());
      if (run.status() == UNAVAILABLE) {
        skip(jdk, client, run.told("unavailable: "));
      }
      assertThat(run.status()).as(run::everything).isZero();
      RunReport report = run.report();
      Outcome outcome = Outcome.of(client, server.accepted(), report);
      SUMMARY.add(jdk, client, outcome);
      SoftAssertions all = new SoftAssertions();
      all.assertThat(report.isWhole()).as("%s", report.run()).isTrue();
      all.assertThat(outcome.accepted()).as("what the program did").isEqualTo(client.connections());
      all.assertThat(outcome.reported()).as("connections").isEqualTo(outcome.accepted());
      all.assertThat(outcome.isAttributed())
          .as("%.1f %% at their authors: %s", outcome.percent(), outcome.wrong())
          .isTrue();
      all.assertAll();
    }
  }

  private static void skip(Jdk jdk, Client client, String reason) {
    SUMMARY.skip(jdk, client, reason);
    Assumptions.abort(reason);
  }

  private static Finished run(Jdk jdk, Client client, int port) {
    Object[] arguments = Stream.concat(Stream.of(port), client.calls().stream()).toArray();
    return AgentProcess.java(jdk)
        .flags(QUICKLY)
        .flags(client.flags().toArray(new String[0]))
        .classPath(Programs.of(client).classPath())
        .main("programs." + client.program(), arguments)
        .run();
  }

  @AfterAll
  static void end() {
    SERVERS.close();
    SUMMARY.write();
  }
}
