package dev.churnagent.demo.flow;

/** Takes a picture; its author hid the device behind two layers. */
final class StepE implements Step {

  @Override
  public void run(Device device) {
    run(device, new Screen(new DeviceGateway(device)).describe());
  }

  @Override
  public void run(Device device, NecessaryData data) {
    device.perform("screenshot", "{\"width\":" + data.width() + "}");
  }

  /** The upper layer. */
  private record Screen(DeviceGateway gateway) {
    NecessaryData describe() {
      return gateway.load();
    }
  }

  /** The lower layer. */
  private record DeviceGateway(Device device) {
    NecessaryData load() {
      return device.getNecessaryData();
    }
  }
}
