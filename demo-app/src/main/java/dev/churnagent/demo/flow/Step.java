package dev.churnagent.demo.flow;

/** One step of the flow, before and after the incident. */
interface Step {

  /** As it happened: the step asks the device itself. */
  void run(Device device);

  /** As it was cured: the step is given what somebody asked already. */
  void run(Device device, NecessaryData data);
}
