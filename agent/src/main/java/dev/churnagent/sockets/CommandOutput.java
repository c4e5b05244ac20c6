package dev.churnagent.sockets;

/**
 * What an external command printed.
 *
 * @param bytes its stdout in the system's own encoding, of which only the ASCII part is understood;
 *     empty if it failed; never null
 * @param problem why there is no usable output, in words, or null
 */
record CommandOutput(byte[] bytes, String problem) {
  private static final byte[] NOTHING = {};

  static CommandOutput failed(String problem) {
    return new CommandOutput(NOTHING, problem);
  }
}
