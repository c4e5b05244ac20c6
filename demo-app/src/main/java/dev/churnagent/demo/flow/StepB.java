package dev.churnagent.demo.flow;

import java.util.Optional;

/** Taps the middle of the screen; its author likes lambdas. */
final class StepB implements Step {

  @Override
  public void run(Device device) {
    Optional.of(device).map(it -> it.getNecessaryData()).ifPresent(data -> run(device, data));
  }

  @Override
  public void run(Device device, NecessaryData data) {
    device.perform("tap", "{\"x\":" + data.width() / 2 + ",\"y\":" + data.height() / 2 + "}");
  }
}
