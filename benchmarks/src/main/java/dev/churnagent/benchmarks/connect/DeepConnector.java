package dev.churnagent.benchmarks.connect;

/**
 * The source of a {@link Connector} whose calls go through distinct methods, each on a line of its
 * own: a recursion would be one compiled method again and again, which no program's stack is.
 */
final class DeepConnector {
  /** {@code main}, {@code batch}, the connector's entry, and {@code connectAndClose}. */
  static final int OTHER_FRAMES = 4;

  private DeepConnector() {}

  static String name(int depth) {
    return DeepConnector.class.getPackageName() + ".Depth" + depth;
  }

  /**
   * The source.
   *
   * @param depth frames at the call of {@code new Socket}, with {@code main}; at least 5
   */
  static String source(int depth) {
    int methods = depth - OTHER_FRAMES;
    if (methods < 1) {
      throw new IllegalArgumentException("a depth of " + depth + " is too small");
    }
    StringBuilder text = new StringBuilder();
    text.append("package ").append(DeepConnector.class.getPackageName()).append(";\n");
    text.append("import java.io.IOException;\nimport java.net.InetAddress;\n");
    text.append("public final class Depth").append(depth).append(" implements Connector {\n");
    text.append("public void connect(InetAddress address, int port) throws IOException {\n");
    text.append("step1(address, port);\n}\n");
    for (int i = 1; i <= methods; i++) {
      text.append("private static void step").append(i);
      text.append("(InetAddress address, int port) throws IOException {\n");
      text.append(i == methods ? "ConnectClient.connectAndClose" : "step" + (i + 1));
      text.append("(address, port);\n}\n");
    }
    return text.append("}\n").toString();
  }
}
