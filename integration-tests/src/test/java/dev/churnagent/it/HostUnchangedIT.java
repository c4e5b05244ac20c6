package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.it.program.host.AsyncCases;
import dev.churnagent.it.program.host.ChannelCases;
import dev.churnagent.it.program.host.SocketCases;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks;
import dev.churnagent.it.support.Jdks.Jdk;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever an application can notice of a socket operation is the same with and without the agent:
 * results, exceptions with every frame and line, states, options, interrupts, waking of others.
 */
class HostUnchangedIT {
  static Stream<Arguments> programs() {
    return Jdks.all()
        .flatMap(
            jdk ->
                Stream.of(
                    Arguments.of(jdk, SocketCases.class, 200),
                    Arguments.of(jdk, ChannelCases.class, 50),
                    Arguments.of(jdk, AsyncCases.class, 25)));
  }

  static Stream<Arguments> programsWhereThereAreVirtualThreads() {
    return programs().filter(arguments -> ((Jdk) arguments.get()[0]).feature() >= 21);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("programs")
  void shouldLookTheSameToTheApplication(Jdk jdk, Class<?> program, int atLeastCases) {
    shouldLookTheSame(jdk, program, atLeastCases);
  }

  /** There the JDK takes other ways: it polls and unmounts, and an interrupt closes a socket. */
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("programsWhereThereAreVirtualThreads")
  void shouldLookTheSameInVirtualThreads(Jdk jdk, Class<?> program, int atLeastCases) {
    Finished plain = shouldLookTheSame(jdk, program, atLeastCases, "-Dvirtual=true");
    assertThat(plain.stdout()).anyMatch(line -> line.contains("java.lang.VirtualThread.run("));
  }

  private static Finished shouldLookTheSame(
      Jdk jdk, Class<?> program, int atLeastCases, String... flags) {
    Finished plain = AgentProcess.java(jdk).withoutAgent().flags(flags).main(program).run();
    Finished recorded = AgentProcess.java(jdk).flags(flags).main(program).run();

    List<String> cases = plain.stdout().stream().filter(line -> line.startsWith("== ")).toList();
    assertThat(cases).as(plain::everything).hasSizeGreaterThanOrEqualTo(atLeastCases);
    assertThat(plain.stdout()).noneMatch(line -> line.contains("HANGS"));
    assertThat(recorded.stdout()).containsExactlyElementsOf(plain.stdout());
    assertThat(recorded.status()).isEqualTo(plain.status()).isZero();
    assertThat(recorded.programStderr()).isEqualTo(plain.stderr());
    // A fault of the recorder would be swallowed, not seen above.
    assertThat(recorded.report().isWhole()).as("%s", recorded.report().run()).isTrue();
    // Nine at least: two asynchronous ones are closed while it is open whether they connect.
    assertThat(recorded.report().connections()).isGreaterThanOrEqualTo(9);
    return plain;
  }
}
