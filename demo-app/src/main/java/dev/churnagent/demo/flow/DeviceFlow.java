package dev.churnagent.demo.flow;

/** The flow A-B-C-D-E: one unit of work of the automation. */
public final class DeviceFlow {
  private final Step a = new StepA();
  private final Step b = new StepB();
  private final Step c = new StepC();
  private final Step d = new StepD();
  private final Step e = new StepE();

  private final Device device;
  private final Runnable pause;

  /**
   * Creates the flow.
   *
   * @param pause runs after each of the five steps, on the same thread
   */
  public DeviceFlow(Device device, Runnable pause) {
    this.device = device;
    this.pause = pause;
  }

  /** As it happened: every step asks the device for the same data. */
  public void run() {
    a.run(device);
    pause.run();
    b.run(device);
    pause.run();
    c.run(device);
    pause.run();
    d.run(device);
    pause.run();
    e.run(device);
    pause.run();
  }

  /** As it was cured: asked once, passed on. */
  public void runCached() {
    NecessaryData data = device.getNecessaryData();
    for (Step step : new Step[] {a, b, c, d, e}) {
      step.run(device, data);
      pause.run();
    }
  }
}
