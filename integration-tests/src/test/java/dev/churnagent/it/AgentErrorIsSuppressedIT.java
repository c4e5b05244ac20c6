package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.it.program.host.AsyncCases;
import dev.churnagent.it.program.host.ChannelCases;
import dev.churnagent.it.program.host.SocketCases;
import dev.churnagent.it.program.host.WithFailingSink;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is wrong with the recorder, the application sees what it sees without an agent, and the
 * run says what it missed.
 */
class AgentErrorIsSuppressedIT {
  private static final Set<String> SOCKET_STARTS =
      Set.of(
          "connectRequested",
          "tunnelRequested",
          "connectStarted",
          "lingerSet",
          "outputShutDown",
          "programClosing",
          "closing",
          "customConnectStarted",
          "customClosing");
  private static final Set<String> CHANNEL_STARTS =
      Set.of(
          "connectStarted",
          "finishStarted",
          "lingerSet",
          "outputShutDown",
          "programClosing",
          "closing");
  private static final Set<String> ASYNC_STARTS =
      Set.of(
          "asyncConnectStarted",
          "asyncFinishStarted",
          "asyncConnected",
          "socketFailed",
          "outputShutDown",
          "closing");

  static Stream<Arguments> faults() {
    return Jdks.all()
        .flatMap(
            jdk ->
                Stream.of(
                    Arguments.of(jdk, SocketCases.class, "AT_STARTS", SOCKET_STARTS),
                    Arguments.of(jdk, ChannelCases.class, "AT_STARTS", CHANNEL_STARTS),
                    Arguments.of(jdk, AsyncCases.class, "AT_STARTS", ASYNC_STARTS),
                    Arguments.of(
                        jdk,
                        SocketCases.class,
                        "AT_ENDS",
                        Set.of("socketConnectEnded", "channelConnectEnded", "customConnectEnded")),
                    Arguments.of(
                        jdk,
                        ChannelCases.class,
                        "AT_ENDS",
                        Set.of("channelConnectEnded", "finishEnded")),
                    Arguments.of(
                        jdk, AsyncCases.class, "AT_ENDS", Set.of("asyncConnectReturned"))));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("faults")
  void shouldHideFaultsFromTheApplicationAndTellThemInTheRun(
      Jdk jdk, Class<?> cases, String mode, Set<String> hooks) throws IOException {
    Finished run = shouldLookAsWithoutAgent(jdk, cases, mode);

    Path file = run.workingDirectory().resolve("faults.txt");
    List<String> faults = Files.readAllLines(file);
    assertThat(faults).as("the hooks that failed").containsAll(hooks);
    RunReport report = run.report();
    assertThat(RunReport.number(report.run(), "lostEvents")).isEqualTo(faults.size());
    for (Class<?> fault :
        List.of(IllegalStateException.class, NoSuchFieldError.class, StackOverflowError.class)) {
      assertThat(report.degraded())
          .as("what the run says")
          .anyMatch(text -> text.startsWith("the agent failed with " + fault.getName() + " at "));
    }
    Finished check = AgentProcess.churn(jdk, "check", run.runFolder(), "--max-rate", "1000000/s");
    assertThat(check.status()).as(check::everything).isEqualTo(2);
  }

  static Stream<Arguments> programs() {
    return Jdks.all()
        .flatMap(
            jdk ->
                Stream.of(SocketCases.class, ChannelCases.class, AsyncCases.class)
                    .map(cases -> Arguments.of(jdk, cases)));
  }

  /** There is nobody left to tell it, so the application is all that is looked at. */
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("programs")
  void shouldHideFaultsThatCannotBeToldEither(Jdk jdk, Class<?> cases) throws IOException {
    Finished run = shouldLookAsWithoutAgent(jdk, cases, "EVEN_REPORTING");
    assertThat(run.workingDirectory().resolve("faults.txt")).isNotEmptyFile();
  }

  private static Finished shouldLookAsWithoutAgent(Jdk jdk, Class<?> cases, String mode) {
    Finished plain =
        AgentProcess.java(jdk)
            .withoutAgent()
            .main(WithFailingSink.class, mode, cases.getName())
            .run();
    Finished run = AgentProcess.java(jdk).main(WithFailingSink.class, mode, cases.getName()).run();
    assertThat(plain.stdout()).as(plain::everything).hasSizeGreaterThan(100);
    assertThat(plain.workingDirectory().resolve("faults.txt")).doesNotExist();
    assertThat(run.stdout()).containsExactlyElementsOf(plain.stdout());
    assertThat(run.programStderr()).isEqualTo(plain.stderr());
    assertThat(run.status()).isEqualTo(plain.status()).isZero();
    return run;
  }
}
