package dev.churnagent.http;

/**
 * Passes over what a client and a SOCKS proxy tell each other before the connection carries
 * anything else: versions 4 and 4a, and 5 without a login or with name and password (RFC 1928,
 * 1929). The two take turns, so that there is one message at a time, of which only the length and
 * the fields that decide how it goes on are looked at.
 */
final class SocksHandshake {
  private static final byte VERSION_4 = 4;
  private static final byte VERSION_5 = 5;
  private static final byte CONNECT = 1;
  private static final byte GRANTED_4 = 90;
  private static final byte BY_PASSWORD = 2;

  /** The longest message of version 5 is a login; one of version 4 is not meant to be longer. */
  private static final int MAX_MESSAGE = 3 + 2 * 255;

  /** Of a message whose length is not known yet. */
  private static final int UNKNOWN = Integer.MAX_VALUE;

  private static final int REPLY_4_LENGTH = 8;

  /** What comes next, and who says it. */
  private enum Step {
    GREETING(true),
    METHOD(false),
    LOGIN(true),
    LOGIN_ANSWER(false),
    REQUEST(true),
    REPLY(false),
    REPLY_4(false),
    OVER(false),
    FAILED(false);

    final boolean byClient;

    Step(boolean byClient) {
      this.byClient = byClient;
    }
  }

  private Step step = Step.GREETING;
  private final byte[] message = new byte[MAX_MESSAGE];
  private int length;
  private Step markedStep = step;
  private int markedLength;

  /** Whether a connection that begins so may go through a SOCKS proxy. */
  static boolean begins(byte first) {
    return first == VERSION_4 || first == VERSION_5;
  }

  /** Whether all was said, and the next byte is the destination's or for it. */
  boolean isOver() {
    return step == Step.OVER;
  }

  /** Whether it is no SOCKS after all, or the proxy refused. */
  boolean isFailed() {
    return step == Step.FAILED;
  }

  void mark() {
    markedStep = step;
    markedLength = length;
  }

  /** What the client said since the mark, it did not say; nobody has answered it. */
  void rollBack() {
    step = markedStep;
    length = markedLength;
  }

  /** Takes bytes up to the end of the handshake; the index after the last one taken. */
  int take(boolean byClient, byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && step != Step.OVER && step != Step.FAILED) {
      if (byClient != step.byClient || length == MAX_MESSAGE) {
        step = Step.FAILED;
        break;
      }
      message[length++] = bytes[at++];
      if (!isPossible()) {
        step = Step.FAILED;
      } else if (length == expected()) {
        step = next();
        length = 0;
      }
    }
    return at;
  }

  /** Rejects as early as it can: other protocols begin with such a byte, too. */
  private boolean isPossible() {
    byte first = message[0];
    byte second = message[1];
    boolean one = length == 1;
    return switch (step) {
      case GREETING -> one ? begins(first) : first == VERSION_5 ? second != 0 : second == CONNECT;
      case METHOD -> first == VERSION_5 && (one || second == 0 || second == BY_PASSWORD);
      case LOGIN -> first == 1;
      case LOGIN_ANSWER -> one || second == 0;
      case REQUEST -> first == VERSION_5 && (one || second == CONNECT) && isAddressKnown();
      case REPLY -> first == VERSION_5 && (one || second == 0) && isAddressKnown();
      case REPLY_4 -> (first == 0 || first == VERSION_4) && (one || second == GRANTED_4);
      case OVER, FAILED -> false;
    };
  }

  private boolean isAddressKnown() {
    return length < 4 || message[3] == 1 || message[3] == 3 || message[3] == 4;
  }

  private int expected() {
    return switch (step) {
      case GREETING ->
          message[0] == VERSION_4 ? expectedOf4() : length < 2 ? UNKNOWN : 2 + unsigned(1);
      case METHOD, LOGIN_ANSWER -> 2;
      case LOGIN -> expectedLogin();
      case REQUEST, REPLY -> length < 5 ? UNKNOWN : 6 + addressLength();
      case REPLY_4 -> REPLY_4_LENGTH;
      case OVER, FAILED -> UNKNOWN;
    };
  }

  /** An IPv4 or IPv6 address, or a name after its length. */
  private int addressLength() {
    return message[3] == 1 ? 4 : message[3] == 4 ? 16 : 1 + unsigned(4);
  }

  private int expectedLogin() {
    int nameEnd = length < 2 ? UNKNOWN : 2 + unsigned(1);
    return length <= nameEnd ? UNKNOWN : nameEnd + 1 + unsigned(nameEnd);
  }

  /** Ends with the user's name; with 4a, whose address is 0.0.0.x, with that of the destination. */
  private int expectedOf4() {
    if (length <= 8 || message[length - 1] != 0) {
      return UNKNOWN;
    }
    boolean named = message[4] == 0 && message[5] == 0 && message[6] == 0 && message[7] != 0;
    int ends = 0;
    for (int i = 8; i < length; i++) {
      ends += message[i] == 0 ? 1 : 0;
    }
    return ends == (named ? 2 : 1) ? length : UNKNOWN;
  }

  private Step next() {
    return switch (step) {
      case GREETING -> message[0] == VERSION_4 ? Step.REPLY_4 : Step.METHOD;
      case METHOD -> message[1] == 0 ? Step.REQUEST : Step.LOGIN;
      case LOGIN -> Step.LOGIN_ANSWER;
      case LOGIN_ANSWER -> Step.REQUEST;
      case REQUEST -> Step.REPLY;
      case REPLY, REPLY_4 -> Step.OVER;
      case OVER, FAILED -> step;
    };
  }

  private int unsigned(int index) {
    return message[index] & 0xff;
  }
}
