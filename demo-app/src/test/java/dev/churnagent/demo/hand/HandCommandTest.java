package dev.churnagent.demo.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.churnagent.demo.UsageException;
import dev.churnagent.demo.hand.HandCommand.Verb;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandCommandTest {

  @Test
  void shouldUnderstandEveryCommand() throws Exception {
    assertThat(parse("open 60000")).isEqualTo(new HandCommand(Verb.OPEN, 60_000, false));
    assertThat(parse("close 1")).isEqualTo(new HandCommand(Verb.CLOSE, 1, false));
    assertThat(parse("request 7")).isEqualTo(new HandCommand(Verb.REQUEST, 7, false));
    assertThat(parse("reuse on")).isEqualTo(new HandCommand(Verb.REUSE, 0, true));
    assertThat(parse("reuse off")).isEqualTo(new HandCommand(Verb.REUSE, 0, false));
    assertThat(parse("status")).isEqualTo(new HandCommand(Verb.STATUS, 0, false));
    assertThat(parse("help")).isEqualTo(new HandCommand(Verb.HELP, 0, false));
    assertThat(parse("quit")).isEqualTo(new HandCommand(Verb.QUIT, 0, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open",
        "open 0",
        "open -1",
        "open 60001",
        "open 1.5",
        "open 1 2",
        "open 9999999999"
      })
  void shouldNameTheNumbersThatAreAllowed(String line) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(UsageException.class)
        .hasMessage("'" + line + "': allowed is open and a number from 1 to 60000, e.g. open 100");
  }

  @Test
  void shouldNameWhatElseIsAllowed() {
    assertThatThrownBy(() -> parse("reuse yes"))
        .hasMessage("'reuse yes': allowed is reuse on or reuse off");
    assertThatThrownBy(() -> parse("status 3")).hasMessage("'status 3': allowed is status alone");
    assertThatThrownBy(() -> parse("OPEN 3"))
        .hasMessageStartingWith("'OPEN' is no command; allowed is open, close, request, reuse");
  }

  private static HandCommand parse(String line) throws UsageException {
    return HandCommand.parse(List.of(line.split(" ")));
  }
}
