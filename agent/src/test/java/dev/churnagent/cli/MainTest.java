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
            "unknown command 'reprot'; did you mean 'report'? known: report, check, attach, timewait",
            "reprot",
            "x"),
        mistake("this version does not have 'diff' yet", "diff", "a", "b"),
        mistake("this version does not have 'forecast' yet", "forecast", "a", "--os", "windows"),
        mistake(
            "this version does not have '--baseline' yet", "check", "x", "--baseline", "b.json"),
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
  @ValueSource(strings = {"", "report", "check", "attach", "timewait"})
  void shouldHelpAndTellItsVersionEverywhere(String command) {
    for (String option : new String[] {"--help", "-h", "--version", "-V"}) {
      String[] args = command.isEmpty() ? new String[] {option} : new String[] {command, option};
      CommandLineRun run = CommandLineRun.in(directory, args);
      assertThat(run.status()).isEqualTo(ExitStatus.ALL_HELD);
      assertThat(run.err()).isEmpty();
      if (option.toLowerCase(Locale.ROOT).contains("h")) {
        assertThat(run.out()).startsWith("Usage: java -jar churn-agent.jar " + command);
        assertThat(run.out()).doesNotContain("baseline", "forecast");
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
