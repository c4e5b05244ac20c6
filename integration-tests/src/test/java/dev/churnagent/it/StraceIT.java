package dev.churnagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.it.clients.Mixed;
import dev.churnagent.it.support.AgentProcess;
import dev.churnagent.it.support.Finished;
import dev.churnagent.it.support.FullListener;
import dev.churnagent.it.support.Jdks.Jdk;
import dev.churnagent.it.support.Requirement;
import dev.churnagent.it.support.RunReport;
import dev.churnagent.it.support.ScriptedPeer;
import dev.churnagent.it.support.UnixServer;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every connect that the kernel was asked for is in the report, and no other. */
class StraceIT {
  private static final Pattern CONNECT =
      Pattern.compile("connect\\(\\d+, \\{sa_family=(AF_INET6?|AF_UNIX), .*");

  /** The C library asks its name service daemon, which is not there. */
  private static final String NAME_SERVICE = "/nscd/";

  @ParameterizedTest
  @MethodSource("dev.churnagent.it.support.Jdks#all")
  void shouldTellEachConnectOfTheSystem(Jdk jdk) throws IOException {
    Requirement.linux();
    String strace = Requirement.program("strace").toString();
    Path trace = AgentProcess.newFolder().resolve("trace");
    try (ScriptedPeer peer = ScriptedPeer.start();
        Socket refusing = ScriptedPeer.refusingPort();
        FullListener full = FullListener.start();
        UnixServer unix = UnixServer.start()) {
      Finished run =
          AgentProcess.java(jdk)
              .prefix(strace, "-f", "-qq", "-e", "trace=connect", "-o", trace.toString())
              .main(Mixed.class, peer.port(), refusing.getLocalPort(), full.port(), unix.path())
              .run();
      assertThat(run.status()).as(run::everything).isZero();
      RunReport report = run.report();
      List<String> connects = connects(trace);
      int told = report.connections() + report.total("failed") + report.total("abandoned");
      assertThat(told).as("the report").isEqualTo(connects.size());
      assertThat(report.connections())
          .isEqualTo(peer.accepted() + unix.accepted() + run.toldNumber("accepted="));
      assertThat(report.total("failed")).isEqualTo(4 * 3);
      assertThat(report.total("abandoned")).isEqualTo(3);
      assertThat(report.isWhole()).as("%s", report.run()).isTrue();
    }
  }

  private static List<String> connects(Path trace) throws IOException {
    try (Stream<String> lines = Files.lines(trace)) {
      return lines
          .filter(line -> CONNECT.matcher(line).find())
          .filter(line -> !line.contains(NAME_SERVICE))
          .toList();
    }
  }
}
