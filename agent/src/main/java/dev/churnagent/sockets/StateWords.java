package dev.churnagent.sockets;

import java.nio.charset.StandardCharsets;

/**
 * The words for a socket's state in netstat's output: English as in most languages of Windows and
 * on macOS, and German, the one with words of its own that we know. Words with letters beyond ASCII
 * are left out, because their bytes depend on the code page.
 */
final class StateWords {
  private static final Object[] WORDS = {
    "LISTENING", TcpState.LISTEN,
    "LISTEN", TcpState.LISTEN,
    "ESTABLISHED", TcpState.ESTABLISHED,
    "HERGESTELLT", TcpState.ESTABLISHED,
    "TIME_WAIT", TcpState.TIME_WAIT,
    "WARTEND", TcpState.TIME_WAIT,
    "CLOSE_WAIT", TcpState.CLOSE_WAIT,
    "SCHLIESSEN_WARTEN", TcpState.CLOSE_WAIT,
    "SYN_SENT", TcpState.SYN_SENT,
    "SYN_GESENDET", TcpState.SYN_SENT,
    "SYN_RECEIVED", TcpState.SYN_RECEIVED,
    "SYN_RCVD", TcpState.SYN_RECEIVED,
    "SYN_EMPFANGEN", TcpState.SYN_RECEIVED,
    "FIN_WAIT_1", TcpState.FIN_WAIT_1,
    "FIN_WARTEN_1", TcpState.FIN_WAIT_1,
    "FIN_WAIT_2", TcpState.FIN_WAIT_2,
    "FIN_WARTEN_2", TcpState.FIN_WAIT_2,
    "LAST_ACK", TcpState.LAST_ACK,
    "CLOSING", TcpState.CLOSING,
    "SCHLIESSEND", TcpState.CLOSING,
    "CLOSED", TcpState.CLOSED,
    "BOUND", TcpState.CLOSED,
  };

  private static final byte[][] TEXTS = texts();

  private StateWords() {}

  private static byte[][] texts() {
    byte[][] texts = new byte[WORDS.length / 2][];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = ((String) WORDS[2 * i]).getBytes(StandardCharsets.US_ASCII);
    }
    return texts;
  }

  /** The state that a word stands for, or {@link TcpState#UNKNOWN}. */
  static TcpState stateOf(Line line, int word) {
    for (int i = 0; i < TEXTS.length; i++) {
      if (line.is(word, TEXTS[i])) {
        return (TcpState) WORDS[2 * i + 1];
      }
    }
    return TcpState.UNKNOWN;
  }
}
