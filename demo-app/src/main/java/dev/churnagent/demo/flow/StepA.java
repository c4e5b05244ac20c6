package dev.churnagent.demo.flow;

/** Brings the app to the front; asks through the team's helper. */
final class StepA implements Step {

  @Override
  public void run(Device device) {
    run(device, DeviceHelper.necessaryDataOf(device));
  }

  @Override
  public void run(Device device, NecessaryData data) {
    device.perform("press", "{\"name\":\"home\",\"bundleId\":\"" + data.bundleId() + "\"}");
  }

  /** The helper that everybody means to use, and nobody but step A does. */
  private static final class DeviceHelper {
    static NecessaryData necessaryDataOf(Device device) {
      return device.getNecessaryData();
    }
  }
}
