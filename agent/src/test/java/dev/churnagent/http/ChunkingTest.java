package dev.churnagent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** However the bytes are cut, and whatever they are, the result is the same and nothing throws. */
class ChunkingTest {
  private static final int RANDOM_CUTS = 200;
  private static final int MUTATIONS = 20_000;

  @Test
  void shouldNotDependOnOneCutAnywhere() {
    for (Conversation conversation : Conversations.all()) {
      List<String> whole = conversation.outcome();
      for (int place = 1; place < conversation.length(); place++) {
        assertThat(conversation.cutAt(place)).as("cut at %d", place).isEqualTo(whole);
      }
    }
  }

  @Test
  void shouldNotDependOnManyCuts() {
    Random random = new Random(20261124);
    for (Conversation conversation : Conversations.all()) {
      List<String> whole = conversation.outcome();
      assertThat(conversation.outcome(rest -> 1)).as("byte by byte").isEqualTo(whole);
      for (int i = 0; i < RANDOM_CUTS; i++) {
        assertThat(conversation.outcome(rest -> 1 + random.nextInt(rest))).isEqualTo(whole);
      }
    }
  }

  @Test
  void shouldNotDependOnHowMuchOfAWriteIsTaken() {
    Random random = new Random(20261125);
    for (Conversation conversation : Conversations.all()) {
      List<String> whole = conversation.outcome();
      assertThat(conversation.outcomeOfPartialWrites(rest -> 1, connection -> {}))
          .as("byte by byte")
          .isEqualTo(whole);
      for (int i = 0; i < RANDOM_CUTS; i++) {
        assertThat(
                conversation.outcomeOfPartialWrites(
                    rest -> 1 + random.nextInt(rest), connection -> {}))
            .isEqualTo(whole);
      }
    }
  }

  /** A fuzzer with a fixed seed: pieces of the corpus are swapped, doubled, dropped and flipped. */
  @Test
  void shouldStandAnyBytesInAnyPieces() {
    Random random = new Random(42);
    List<byte[]> pieces = FuzzedBytes.pieces();
    for (int i = 0; i < MUTATIONS; i++) {
      Conversation conversation = new Conversation();
      int blocks = 1 + random.nextInt(4);
      for (int block = 0; block < blocks; block++) {
        conversation.add(FuzzedBytes.next(random, pieces), block % 2 == 0 ^ random.nextInt(9) == 0);
      }
      List<String> whole = conversation.outcome();

      assertThat(conversation.outcome(rest -> 1)).as("round %d", i).isEqualTo(whole);
      assertThat(conversation.outcome(rest -> 1 + random.nextInt(Math.min(rest, 40))))
          .as("round %d", i)
          .isEqualTo(whole);
      assertThat(
              conversation.outcomeOfPartialWrites(
                  rest -> 1 + random.nextInt(Math.min(rest, 40)), connection -> {}))
          .as("partial writes of round %d", i)
          .isEqualTo(whole);
    }
  }
}
