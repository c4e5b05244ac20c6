package dev.churnagent.demo.flow;

import java.util.concurrent.CompletableFuture;

/** Types a text; its author thinks in futures, even where everything is on one thread. */
final class StepD implements Step {

  @Override
  public void run(Device device) {
    CompletableFuture.completedFuture(device)
        .thenApply(Device::getNecessaryData)
        .thenAccept(data -> run(device, data))
        .join();
  }

  @Override
  public void run(Device device, NecessaryData data) {
    device.perform("type", "{\"text\":\"hello\",\"into\":\"" + data.bundleId() + "\"}");
  }
}
