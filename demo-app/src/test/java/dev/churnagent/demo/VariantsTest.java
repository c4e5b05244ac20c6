package dev.churnagent.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class VariantsTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource({
    "churn, 1, 6, 11",
    "churn, 12, 61, 121",
    "cached, 1, 2, 7",
    "cached, 12, 13, 73",
    "pooled, 1, 1, 11",
    "pooled, 12, 1, 121"
  })
  void shouldOpenExactlyTheConnectionsOfTheVariant(
      String variant, int rounds, int connections, int requests) {
    int status = run("", variant, "--pause", "0", "--rounds", Integer.toString(rounds));

    assertThat(status).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1))
        .containsExactly(
            "device server accepted " + connections + " connections, " + requests + " requests",
            "proxy in front of it accepted "
                + connections
                + " connections, "
                + connections
                + " closed first by us");
    assertThat(err.size()).isZero();
  }

  @Test
  void shouldRunTheFirstCommandThenThoseFromStdinUntilItEnds() {
    assertThat(run("close 4\nrequest 2\n", "open", "10")).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "opened 10; 10 held",
            "closed 4; 6 held",
            "requested 2 over 2 new connections; 6 held",
            "closed 6; 0 held",
            "device server accepted 12 connections, 2 requests",
            "proxy in front of it accepted 12 connections, 12 closed first by us");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "churm | 'churm' is no variant; allowed is churn, cached, pooled",
        "churn --rounds 0 | --rounds: '0'; allowed is a number from 1 to 1000000",
        "churn --rounds | --rounds: ''; allowed is a number from 1 to 1000000",
        "cached --pause -1 | --pause: '-1'; allowed is a number from 0 to 60000",
        "pooled --speed 3 | '--speed' is no option; allowed is --rounds N",
        "open many | 'open many': allowed is open and a number from 1 to 60000"
      })
  void shouldRefuseBadArgumentsInOneLine(String arguments, String message) {
    assertThat(run("", arguments.split(" "))).isEqualTo(2);

    assertThat(out.size()).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .startsWith("churn-demo: " + message);
  }

  @Test
  void shouldSayWhatIsAllowedWithoutArguments() {
    assertThat(run("")).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("churn-demo: nothing to do; allowed is churn, cached, pooled, open N");
  }

  @Test
  void shouldExplainEveryCommand() {
    assertThat(run("", "--help")).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("churn ", "cached ", "pooled ", "--rounds N", "--pause MS")
        .contains("open N", "close N", "request N", "reuse on|off", "status", "quit");
  }

  private int run(String input, String... arguments) {
    return new Demo(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(List.of(arguments));
  }
}
