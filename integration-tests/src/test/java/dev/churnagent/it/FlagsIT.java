package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.it.program.Mixed;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.Jdks;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.MixedTruth;
import dev.churnagent.it.support.RawServer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Flags that change what the recorder's tricks rest on: counts and sites stay exact. */
class FlagsIT {
  private static final int TIMES = 4;

  static Stream<Arguments> flags() {
    return Jdks.all()
        .flatMap(
            jdk ->
                Stream.of(
                        "",
                        "-XX:-StackTraceInThrowable",
                        "-XX:MaxJavaStackTraceDepth=5",
                        "-XX:MaxJavaStackTraceDepth=1",
                        "-XX:-OmitStackTraceInFastThrow -XX:TieredStopAtLevel=1",
                        "-Xint",
                        "-Xverify:all",
                        "-XX:+UseSerialGC",
                        "-XX:+UseParallelGC",
                        "-XX:+UseZGC",
                        "-XX:+UseShenandoahGC",
                        "-XX:+UnlockExperimentalVMOptions -XX:+UseCompactObjectHeaders",
                        "-XX:-UseCompressedOops",
                        "-Xshare:off",
                        "-Xss256k")
                    .map(flags -> Arguments.of(jdk, flags)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("flags")
  void shouldStayExact(Jdk jdk, String text) {
    String[] flags =
        Arrays.stream(text.split(" ")).filter(f -> !f.isEmpty()).toArray(String[]::new);
    try (RawServer server = RawServer.start(RawServer.Mode.CLIENT_CLOSES_FIRST)) {
      Finished plain =
          AgentProcess.java(jdk)
              .withoutAgent()
              .flags(flags)
              .main(Mixed.class, server.port(), 0)
              .run();
      Assumptions.assumeTrue(plain.status() == 0, () -> "this JDK has no " + text);
      Finished run =
          AgentProcess.java(jdk).flags(flags).main(Mixed.class, server.port(), TIMES).run();
      MixedTruth.verify(run, server, TIMES);
      assertThat(run.programStderr()).isEqualTo(plain.stderr());
      if (!text.contains("StackTrace")) {
        assertThat(run.report().site("deepest").path("stacks").get(0).path("frames"))
            .hasSizeGreaterThan(100);
      }
    }
  }
}
