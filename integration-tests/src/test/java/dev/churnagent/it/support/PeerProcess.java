package dev.churnagent.it.support;

/** A {@link ScriptedPeer} in a process, and thus a network namespace, of its own. */
public final class PeerProcess implements AutoCloseable {
  private final AgentProcess process;
  private final int port;
  private int questions;

  private PeerProcess(AgentProcess process) {
    this.process = process;
    this.port = Integer.parseInt(process.awaitLine("port ").substring("port ".length()));
  }

  public static PeerProcess start(Isolation isolation) {
    return start(isolation, "127.0.0.1");
  }

  /** Listens on an address of the namespace. */
  public static PeerProcess start(Isolation isolation, String address) {
    return new PeerProcess(
        AgentProcess.java(Jdks.oldest())
            .withoutAgent()
            .prefix(isolation.prefix())
            .main(ScriptedPeer.class, address)
            .start());
  }

  public int port() {
    return port;
  }

  public int accepted() {
    String question = "question-" + ++questions;
    process.send(question);
    return Integer.parseInt(process.awaitLine(question + " ").substring(question.length() + 1));
  }

  @Override
  public void close() {
    process.close();
  }
}
