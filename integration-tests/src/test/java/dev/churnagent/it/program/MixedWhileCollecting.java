package dev.churnagent.it.program;

/** Does what Mixed does while garbage is collected without a pause. */
public final class MixedWhileCollecting {
  private MixedWhileCollecting() {}

  public static void main(String[] args) throws Exception {
    Thread collector =
        new Thread(
            () -> {
              while (true) {
                System.gc();
              }
            });
    collector.setDaemon(true);
    collector.start();
    Mixed.main(args);
  }
}
