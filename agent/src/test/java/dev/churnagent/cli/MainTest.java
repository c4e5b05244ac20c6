package dev.churnagent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @TempDir Path directory;

  @BeforeEach
  void makeInputs() throws IOException {
    Files.writeString(directory.resolve("foreign.txt"), "no journal at all, but long enough");
    Files.writeString(directory.resolve("foreign.json"), "{\"a\": 1}");
    Files.writeString(directory.resolve("limits.yaml"), "limits: [{max-open: 5}]");
    Files.writeString(directory.resolve("bad.yaml"), "limits: [{max-opne: 5}]");
    Files.writeString(directory.resolve("none.yaml"), "http: false");
    Files.createDirectory(directory.resolve("empty"));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("no command was given"),
        mistake(
            "unknown command 'reprot'; did you mean 'report'? known: report, check, diff, forecast,",
            "reprot",
            "x"),
        mistake("Missing required parameter: 'NEW'", "diff", "a"),
        mistake("'a' does not exist", "diff", "a", "b"),
        mistake("'c' is one argument too many", "diff", "a", "b", "c"),
        mistake("--tolerance: 'x' is no such number; allowed", "diff", "a", "b", "--tolerance=x"),
        mistake("--tolerance: '-1' is no such number", "diff", "a", "b", "--tolerance=-1"),
        mistake("'empty' holds no run", "forecast", "empty"),
        mistake(
            "--os: 'windos' is not a system; did you mean 'windows'?; allowed is linux, windows,",
            "forecast",
            "empty",
            "--os",
            "windos"),
        mistake(
            "--scale: '0' is no such number; allowed is a number from 0.01 to 100000",
            "forecast",
            "empty",
            "--scale",
            "0"),
        mistake("--copies: '-1' is no such number", "forecast", "empty", "--copies", "-1"),
        mistake("--hops: '9' is no such number", "forecast", "empty", "--hops", "9"),
        mistake("--ports: 'x' is no such number", "forecast", "empty", "--ports", "x"),
        mistake(
            "--os: '16384' excluded ports leave none of 16384",
            "forecast",
            "empty",
            "--excluded",
            "16384"),
        mistake("--time-wait: '1x' is not a length", "forecast", "empty", "--time-wait", "1x"),
        mistake("--os: 'custom' has no defaults; it needs", "forecast", "empty", "--os", "custom"),
        mistake(
            "--baseline and --write-baseline can't stand together",
            "check",
            "empty",
            "--baseline=b.json",
            "--write-baseline=b.json"),
        mistake("--reason needs --write-baseline", "check", "empty", "--reason", "so"),
        mistake("--expires needs --write-baseline", "check", "empty", "--expires", "30d"),
        mistake(
            "--tolerance needs --baseline or --write-baseline", "check", "x", "--tolerance", "5"),
        mistake("--reason: '' is no text", "check", "x", "--write-baseline", "b", "--reason", " "),
        mistake(
            "--expires: '2020-01-01' has passed; allowed is a date such as 2026-12-31, days such as"
                + " 30d (at most 3650d), or never",
            "check",
            "x",
            "--write-baseline=b",
            "--expires=2020-01-01"),
        mistake("--expires: '0d' is no date", "check", "x", "--write-baseline=b", "--expires=0d"),
        mistake(
            "--expires: 'soon' is no date", "check", "x", "--write-baseline=b", "--expires=soon"),
        mistake(
            "--tolerance: 'much' is no such number; allowed are percent from 0 to 1000",
            "check",
            "x",
            "--write-baseline=b",
            "--tolerance=much"),
        mistake(
            "unknown option '--ouput'; did you mean '--output'? known: --json, --output,",
            "report",
            "x",
            "--ouput=y"),
        mistake("unknown option '--versoin'; did you mean '--version'? known:", "--versoin"),
        mistake("Missing required parameter: 'PATH'", "report"),
        mistake("Missing required parameter for option '--output'", "report", "x", "--output"),
        mistake("'missing' does not exist", "report", "missing"),
        mistake("'empty' holds no run", "report", "empty"),
        mistake("'empty' holds no run", "check", "empty", "--max-rate", "5/s"),
        mistake("there are no limits to check", "check", "empty"),
        mistake("there are no limits to check", "check", "empty", "--config", "none.yaml"),
        mistake(
            "max-rate: 'fast' is not a rate; allowed is", "check", "empty", "--max-rate", "fast"),
        mistake(
            "config: 'nix.yaml' does not exist; allowed is",
            "check",
            "empty",
            "--config",
            "nix.yaml"),
        mistake(
            "bad.yaml: line 1, column 11: limits[0].max-opne: unknown key",
            "check",
            "empty",
            "--config",
            "bad.yaml"),
        mistake("several PATHs need --output", "report", "foreign.txt", "limits.yaml"),
        mistake("Missing required parameter", "attach"),
        mistake("'abc' is not a process id", "attach", "abc"),
        mistake("there is no process 999999999", "attach", "999999999"),
        mistake(
            "htpp: unknown option 'htpp=true'; did you mean 'http'? known:",
            "attach",
            "1",
            "htpp=true"),
        mistake(
            "process " + ProcessHandle.current().pid() + " is this command itself",
            "attach",
            "" + ProcessHandle.current().pid()));
  }

  private static Arguments mistake(String line, String... args) {
    return Arguments.of(line, args);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void shouldTellEachMistakeInOneLine(String line, String[] args) {
    CommandLineRun run = CommandLineRun.in(directory, args);
    assertThat(run.err()).startsWith("churn-agent: " + line).hasLineCount(1).endsWith("\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "report", "check", "diff", "forecast", "attach", "timewait", "completion"})
  void shouldHelpAndTellItsVersionEverywhere(String command) {
    for (String option : new String[] {"--help", "-h", "--version", "-V"}) {
      String[] args = command.isEmpty() ? new String[] {option} : new String[] {command, option};
      CommandLineRun run = CommandLineRun.in(directory, args);
      assertThat(run.status()).isEqualTo(ExitStatus.ALL_HELD);
      assertThat(run.err()).isEmpty();
      if (option.toLowerCase(Locale.ROOT).contains("h")) {
        assertThat(run.out()).startsWith("Usage: java -jar churn-agent.jar " + command);
      } else {
        assertThat(run.out()).matches("churn-agent \\d+\\.\\d+\\.\\d+\\S*\\R");
      }
    }
  }

  @Test
  void shouldShowAStackTraceOnlyWhenAsked() {
    assertThat(CommandLineRun.in(directory, "report", "missing", "--debug").err())
        .contains("CommandException", "\tat ");
    assertThat(CommandLineRun.in(directory, Map.of("CHURN_DEBUG", "1"), "report", "missing").err())
        .contains("\tat ");
  }
}
