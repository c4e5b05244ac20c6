package dev.churnagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.report.TestReports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

class ColoursTest {
  private static final String ESCAPE = "\033[";
  private static final String RED = "\033[31m";
  private static final String GREEN = "\033[32m";
  private static final String YELLOW = "\033[33m";
  private static final String BOLD = "\033[1m";

  @TempDir Path directory;

  @BeforeEach
  void makeReports() throws IOException {
    StoredReports.write(StoredReports.report(0), directory.resolve("good/report.json"));
    StoredReports.write(
        StoredReports.report(0, "the disk was full"), directory.resolve("degraded/report.json"));
    StoredReports.write(
        TestReports.of(TestReports.churn()), directory.resolve("churn/report.json"));
  }

  private String run(Ansi ansi, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(true, false, ansi, System::nanoTime);
    Main.run(args, stream, stream, directory, Map.of(), terminal);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void shouldColourTheJudgementOfCheck() {
    assertThat(run(Ansi.ON, "check", "good", "--max-rate", "50/s")).startsWith(GREEN + "PASS");
    assertThat(run(Ansi.ON, "check", "good", "--max-rate", "5/s").lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith(RED + "a.Fast.run(A.java:7): 50 conn"),
            line -> assertThat(line).startsWith(RED + "a.Slow").endsWith("  [max-rate: 5/s]"),
            line -> assertThat(line).startsWith(RED + "FAIL").endsWith(": 2 of 2 checks violated"));
    assertThat(run(Ansi.ON, "check", "degraded", "--max-rate", "50/s"))
        .startsWith(YELLOW + "UNKNOWN")
        .doesNotContain(GREEN);
  }

  @Test
  void shouldColourTheReportButNotItsFiles() throws IOException {
    String violated = "limits: [{max-connections: 1}]";
    Files.writeString(directory.resolve("churn.yaml"), violated);
    assertThat(run(Ansi.ON, "report", "churn"))
        .startsWith(BOLD + "churn-agent: ")
        .contains(
            "\n" + BOLD + "Verdict: ", RED + "FAIL", "\n" + RED + "  x ", "\n" + BOLD + "Call ");
    assertThat(directory.resolve("churn/report.txt")).content().doesNotContain(ESCAPE);

    Files.writeString(directory.resolve("churn.yaml"), "limits: [{max-connections: 900000}]");
    assertThat(run(Ansi.ON, "report", "churn"))
        .contains(GREEN + "PASS", RED + "PORTS RAN OUT")
        .doesNotContain(RED + "FAIL");
    assertThat(run(Ansi.ON, "report", "degraded")).contains(YELLOW + "  ! the disk was full");
  }

  @Test
  void shouldColourWhatGotWorseAndBetter() {
    assertThat(run(Ansi.ON, "diff", "good", "churn"))
        .contains(
            YELLOW + "MIXED",
            GREEN + "  gone",
            RED + "  new",
            RED + "  worse",
            GREEN + "  better (-");
    assertThat(run(Ansi.ON, "diff", "churn", "good"))
        .contains(RED + "  worse (+", GREEN + "  better");
    assertThat(run(Ansi.ON, "diff", "good", "good")).doesNotContain(RED, GREEN);
  }

  @Test
  void shouldColourAForecastOnlyAsGoodAsItWasMeasured() {
    Painter painter = new Painter(new Paint(Ansi.ON));
    assertThat(painter.painted("Forecast: x on windows\nPorts would not run out.\n"))
        .contains(BOLD + "Forecast: x", GREEN + "Ports would not");
    String doubtful = "NOT EVERYTHING WAS MEASURED, so\nForecast: x\nPorts would not run out.\n";
    assertThat(painter.painted(doubtful)).contains(YELLOW + "NOT", BOLD).doesNotContain(GREEN);
    assertThat(painter.painted("Forecast: x\nPORTS WOULD RUN OUT after 3 s\n  a.B#c\n"))
        .contains(RED + "PORTS WOULD", "\n  a.B#c\n");
  }

  @Test
  void shouldChangeNothingButColours() {
    for (String[] args :
        new String[][] {
          {"report", "churn"},
          {"diff", "good", "churn"},
          {"check", "good", "--max-rate=5/s"},
          {"check", "--help"},
        }) {
      String plain = run(Ansi.OFF, args);
      assertThat(plain).doesNotContain(ESCAPE);
      assertThat(run(Ansi.ON, args)).contains(ESCAPE);
      assertThat(run(Ansi.ON, args).replaceAll("\033\\[[0-9;]*m", "")).isEqualTo(plain);
    }
    assertThat(run(Ansi.ON, "diff", "good", "churn", "--json")).doesNotContain(ESCAPE);
  }

  @Test
  void shouldHonourWhatTheUserSaysOfColours() {
    assertThat(Terminal.wantsColours(Map.of("TERM", "xterm-256color"))).isTrue();
    assertThat(Terminal.wantsColours(Map.of("NO_COLOR", ""))).isTrue();
    assertThat(Terminal.wantsColours(Map.of("NO_COLOR", "1"))).isFalse();
    assertThat(Terminal.wantsColours(Map.of("TERM", "dumb"))).isFalse();
  }
}
