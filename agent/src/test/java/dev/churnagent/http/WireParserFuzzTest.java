package dev.churnagent.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.function.Consumer;

/**
 * Any bytes in any pieces: nothing throws, memory stays bounded, and the result is the same.
 *
 * <p>In a build only the seeds in {@code src/test/resources} are run, and what a fuzzer once found.
 * To fuzz, one method at a time (Jazzer fuzzes the first it meets); what it finds is put beside the
 * seeds:
 *
 * <pre>{@code
 * JAZZER_FUZZ=1 mvn -pl agent test -Dtest='WireParserFuzzTest#shouldNotDependOnPieces'
 * }</pre>
 */
class WireParserFuzzTest {
  private static final int MUCH = 512 << 10;

  /** Of requests without an answer. */
  private static final int MOST_REQUESTS = 64;

  @FuzzTest(maxDuration = "1m")
  void shouldNotDependOnPieces(FuzzedDataProvider data) {
    FuzzInput input = new FuzzInput(data);
    Conversation conversation = input.conversation();
    List<String> whole = conversation.outcome();
    Consumer<HttpConnection> look = heldAtMost(512 + 4L * input.length());

    assertThat(conversation.outcome(input.pieces(), look)).isEqualTo(whole);
    assertThat(conversation.outcome(rest -> 1)).as("byte by byte").isEqualTo(whole);
  }

  /** A channel that does not block takes less than it is offered, and is offered the rest again. */
  @FuzzTest(maxDuration = "1m")
  void shouldNotDependOnPartialWrites(FuzzedDataProvider data) {
    FuzzInput input = new FuzzInput(data);
    Conversation conversation = input.conversation();
    Consumer<HttpConnection> look = heldAtMost(512 + 8L * input.length());

    assertThat(conversation.outcomeOfPartialWrites(input.pieces(), look))
        .isEqualTo(conversation.outcome());
  }

  @FuzzTest(maxDuration = "1m")
  void shouldHoldLittleHoweverMuchComes(FuzzedDataProvider data) {
    FuzzInput input = new FuzzInput(data);
    long lines = 2L * MessageReader.MAX_LINE;
    long head = Math.min(lines, 4L * input.length());
    Consumer<HttpConnection> look =
        heldAtMost(512 + lines + MOST_REQUESTS * (head + HttpExchange.BODY_START + 100));

    Conversation much = input.conversation(MUCH);
    int[] pieces = {0};
    much.outcome(
        rest -> 1024,
        connection -> {
          if (++pieces[0] % 16 == 0) {
            look.accept(connection);
          }
        });
  }

  private static Consumer<HttpConnection> heldAtMost(long bytes) {
    return connection -> {
      long held = HeldBytes.of(connection);
      if (held > bytes) {
        throw new AssertionError("holds " + held + " bytes, more than " + bytes);
      }
    };
  }
}
