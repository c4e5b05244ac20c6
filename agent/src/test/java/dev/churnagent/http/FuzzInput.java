package dev.churnagent.http;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.ByteArrayOutputStream;
import java.util.function.IntUnaryOperator;

/**
 * What a fuzzer's bytes mean: what is written and what is read in turn, each ended by the byte
 * 0x1E; then, from the very last byte on, whether the peer ends ({@code 1} or {@code 0}) and the
 * lengths of the pieces ({@code @} is 1, {@code A} is 2 ... {@code DEL} is 64). So a seed can be
 * typed.
 */
final class FuzzInput {
  private static final int PIECES = 4;
  private static final int LONGEST_PIECE = 64;
  private static final byte TURN = 0x1e;
  private static final byte TAIL = 0x1d;

  private final int[] pieces = new int[PIECES];
  private final boolean peerEnds;
  private final byte[] bytes;

  FuzzInput(FuzzedDataProvider data) {
    peerEnds = data.consumeBoolean();
    for (int i = 0; i < PIECES; i++) {
      pieces[i] = data.consumeInt(1, LONGEST_PIECE);
    }
    bytes = data.consumeRemainingAsBytes();
  }

  int length() {
    return bytes.length;
  }

  /** Until there are so many bytes, those after a byte 0x1D, or all, come again and again. */
  Conversation conversation(int atLeast) {
    Conversation conversation = new Conversation();
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    boolean sent = true;
    int again = startOfTail();
    int length = again == bytes.length ? bytes.length : Math.max(bytes.length, atLeast);
    for (int i = 0; i < length; i++) {
      byte next = bytes[i < again ? i : again + (i - again) % (bytes.length - again)];
      if (next == TURN) {
        conversation.add(block.toByteArray(), sent);
        block.reset();
        sent = !sent;
      } else if (next != TAIL) {
        block.write(next);
      }
    }
    conversation.add(block.toByteArray(), sent);
    return peerEnds ? conversation.peerEnds() : conversation;
  }

  private int startOfTail() {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == TAIL) {
        return i + 1;
      }
    }
    return 0;
  }

  Conversation conversation() {
    return conversation(0);
  }

  /** The lengths in turn. */
  IntUnaryOperator pieces() {
    int[] next = {0};
    return rest -> pieces[next[0]++ % PIECES];
  }
}
