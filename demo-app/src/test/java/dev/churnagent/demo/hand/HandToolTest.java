package dev.churnagent.demo.hand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.demo.server.ServersProcess;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HandToolTest {
  private ServersProcess servers;

  @BeforeEach
  void start() throws Exception {
    servers = ServersProcess.start();
  }

  @AfterEach
  void end() throws Exception {
    servers.close();
  }

  @Test
  void shouldUseANewConnectionForEachRequestUnlessReuseIsOn() throws Exception {
    assertThat(
            run(100, "request 3", "reuse on", "request 3", "request 3", "reuse off", "request 2"))
        .containsExactly(
            "requested 3 over 3 new connections; 0 held",
            "reuse on",
            "requested 3 over 1 new connections; 1 held",
            "requested 3 over 0 new connections; 1 held",
            "reuse off",
            "requested 2 over 2 new connections; 1 held",
            "closed 1; 0 held");
  }

  @Test
  void shouldRefuseToHoldMoreThanTheLimitAndGoOn() throws Exception {
    assertThat(run(10, "open 8", "open 3", "close 5", "open 3", "close 50"))
        .containsExactly(
            "opened 8; 8 held",
            "open 3: refused, at most 10 here (8 held)",
            "closed 5; 3 held",
            "opened 3; 6 held",
            "closed 6; 0 held");
  }

  @Test
  void shouldTellWhatTheServersCounted() throws Exception {
    assertThat(run(100, "open 5", "close 2", "request 4", "status"))
        .contains(
            "3 held, 9 opened in all, reuse off",
            "proxy accepted 9 connections, 3 open; device server accepted 9 connections,"
                + " 4 requests");
  }

  @Test
  void shouldGoOnAfterABadLineAndStopAtQuit() throws Exception {
    assertThat(run(10, "", "opne 3", "quit", "open 3"))
        .containsExactly(
            "'opne' is no command; allowed is open, close, request, reuse, status, help, quit");
  }

  @Test
  void shouldLeaveRoomForTheServersFiles() {
    assertThat(HoldLimit.forOpenFiles(20_000)).isEqualTo(6_581);
    assertThat(HoldLimit.forOpenFiles(1_048_576)).isEqualTo(HandCommand.MOST);
    assertThat(HoldLimit.forOpenFiles(100)).isZero();
  }

  @Test
  void shouldRecogniseTimeWaitByStateAndRemotePort() {
    String row = "  5: 0100007F:A0B4 0100007F:1F90 06 00000000:00000000 03:00000EA5 00000000  0";
    assertThat(TimeWaitSockets.isTimeWait(row, 8080)).isTrue();
    assertThat(TimeWaitSockets.isTimeWait(row, 8081)).isFalse();
    assertThat(TimeWaitSockets.isTimeWait(row.replace(" 06 ", " 01 "), 8080)).isFalse();
    assertThat(TimeWaitSockets.isTimeWait("  sl  local_address rem_address   st", 8080)).isFalse();
  }

  private List<String> run(int most, String... commands) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (HandTool tool =
        new HandTool(servers, new PrintStream(out, true, StandardCharsets.UTF_8), most)) {
      tool.run(new BufferedReader(new StringReader(String.join("\n", commands))));
    }
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
