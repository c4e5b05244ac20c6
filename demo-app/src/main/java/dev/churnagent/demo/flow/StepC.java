package dev.churnagent.demo.flow;

/** Swipes up; its author asks in a loop, should the device not be ready the first time. */
final class StepC implements Step {
  private static final int ATTEMPTS = 3;

  @Override
  public void run(Device device) {
    run(device, askUntilKnown(device));
  }

  @Override
  public void run(Device device, NecessaryData data) {
    device.perform("swipe", "{\"fromY\":" + data.height() + ",\"toY\":0}");
  }

  private static NecessaryData askUntilKnown(Device device) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      NecessaryData data = device.getNecessaryData();
      if (data.width() > 0) {
        return data;
      }
    }
    throw new IllegalStateException("the device has no screen");
  }
}
