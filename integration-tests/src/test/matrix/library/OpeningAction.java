package library;

import java.util.concurrent.RecursiveAction;

/** Splits itself until one connection is left for each leaf. */
public final class OpeningAction extends RecursiveAction {
  private static final long serialVersionUID = 1L;

  private final int port;
  private final int times;

  public OpeningAction(int port, int times) {
    this.port = port;
    this.times = times;
  }

  @Override
  protected void compute() {
    if (times == 1) {
      Opener.open(port);
    } else {
      invokeAll(new OpeningAction(port, times / 2), new OpeningAction(port, times - times / 2));
    }
  }
}
