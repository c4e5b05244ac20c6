package dev.churnagent.analysis;

/** Which share of the connections is left when something is done about them. */
interface ConnectionWeights {
  /**
   * The share, from 0 to 1.
   *
   * @param stack id in {@link Definitions} of the stack that connected
   * @param destination id in {@link PortDestinations}
   */
  double of(int stack, int destination);
}
