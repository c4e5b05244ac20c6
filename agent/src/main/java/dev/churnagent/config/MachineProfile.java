package dev.churnagent.config;

import java.time.Duration;

/**
 * What a user says of a system's ports. What is null keeps the system's default.
 *
 * @param machine which system; never null
 * @param ports size of the ephemeral range, from 1 to 65,535
 * @param excludedPorts ports inside the range that are reserved for others, fewer than the range
 * @param timeWait how long the side that closed first holds its port
 * @param perDestination whether each destination has the whole range to itself
 * @param reuse where a connect may take over a port in TIME_WAIT, on Linux only
 */
public record MachineProfile(
    Machine machine,
    Integer ports,
    Integer excludedPorts,
    Duration timeWait,
    Boolean perDestination,
    Reuse reuse) {
  static final String WHAT_CUSTOM_NEEDS = "ports and time-wait";

  /** Where a connect may take over a port in TIME_WAIT: Linux's {@code tcp_tw_reuse} 0, 2 and 1. */
  public enum Reuse {
    /** Nowhere. */
    NEVER,
    /** Towards loopback addresses. */
    LOOPBACK,
    /** Everywhere. */
    EVERYWHERE
  }

  /** Nothing but the defaults. */
  public static MachineProfile of(Machine machine) {
    return new MachineProfile(machine, null, null, null, null, null);
  }

  /** This, with what {@code other} says of the same system in front. */
  public MachineProfile with(MachineProfile other) {
    return new MachineProfile(
        machine,
        other.ports == null ? ports : other.ports,
        other.excludedPorts == null ? excludedPorts : other.excludedPorts,
        other.timeWait == null ? timeWait : other.timeWait,
        other.perDestination == null ? perDestination : other.perDestination,
        other.reuse == null ? reuse : other.reuse);
  }

  /** Whether there is nothing but the defaults. */
  public boolean isDefault() {
    return equals(of(machine));
  }

  /** Ports of the range that can be used at all; above 0 once {@link #require} has passed. */
  public int usablePorts() {
    int all = ports == null ? machine.defaultPorts() : ports;
    return all - (excludedPorts == null ? 0 : excludedPorts);
  }

  /**
   * This, if it is whole.
   *
   * @param where what to call the place in the message
   * @throws ConfigurationException if a custom one lacks what has no default, or no port is left
   */
  public MachineProfile require(String where) throws ConfigurationException {
    if (machine == Machine.CUSTOM && (ports == null || timeWait == null)) {
      throw new ConfigurationException(
          where + ": 'custom' has no defaults; it needs " + WHAT_CUSTOM_NEEDS);
    }
    if (usablePorts() < 1) {
      throw new ConfigurationException(
          where
              + ": '"
              + excludedPorts
              + "' excluded ports leave none of "
              + (ports == null ? machine.defaultPorts() : ports)
              + "; allowed are fewer than the range has");
    }
    return this;
  }
}
