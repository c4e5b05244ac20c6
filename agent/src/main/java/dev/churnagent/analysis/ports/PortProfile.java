package dev.churnagent.analysis.ports;

/**
 * How one operating system hands out ports. Figures and their sources are in {@code docs/ports.md}.
 *
 * @param os {@code linux}, {@code windows}, {@code macos} or {@code custom}
 * @param ports ephemeral ports that can be used at all, exclusions taken off; above 0
 * @param timeWaitNanos how long the side that closed first holds its port
 * @param perDestination whether each destination address and port has the whole range to itself
 *     (Linux), or all share one pool (Windows, macOS)
 * @param reuse where a connect may take over a port in TIME_WAIT
 * @param hops how many connections each one of ours makes on this machine, 1 without a proxy; 0: as
 *     found for each destination
 */
public record PortProfile(
    String os, int ports, long timeWaitNanos, boolean perDestination, Reuse reuse, int hops) {
  private static final long SECOND = 1_000_000_000L;

  /**
   * After this time Linux lets a connect take over a port in TIME_WAIT, where it may at all: the
   * clock of the TCP time stamps must have gone on by a second (tcp_twsk_unique).
   */
  public static final long REUSE_AFTER_NANOS = SECOND;

  /** 512 ticks of 4 ms; see {@link #freeAtNanos}. */
  static final long LINUX_TIMER_STEP_NANOS = 2_048_000_000L;

  /** Where a connect may take over a port in TIME_WAIT: Linux's {@code tcp_tw_reuse}. */
  public enum Reuse {
    /** Nowhere: 0, and all other systems. */
    NEVER,
    /** For loopback destinations only: 2, the default since Linux 4.19. */
    LOOPBACK,
    /** For all destinations: 1. */
    EVERYWHERE
  }

  /** Linux with its defaults: 32768-60999, 60 s, reuse on loopback. */
  public static PortProfile linux() {
    return new PortProfile("linux", 28_232, 60 * SECOND, true, Reuse.LOOPBACK, 1);
  }

  /** Windows with its defaults: 49152-65535 for the whole host, 120 s. */
  public static PortProfile windows() {
    return new PortProfile("windows", 16_384, 120 * SECOND, false, Reuse.NEVER, 1);
  }

  /** The macOS defaults: 49152-65535 for the whole host, twice the 15 s of its segment life. */
  public static PortProfile macos() {
    return new PortProfile("macos", 16_384, 30 * SECOND, false, Reuse.NEVER, 1);
  }

  /**
   * The defaults of a system by its name in the contract, or null if there is none of that name.
   */
  public static PortProfile ofName(String os) {
    return switch (os) {
      case "linux" -> linux();
      case "windows" -> windows();
      case "macos" -> macos();
      default -> null;
    };
  }

  /** The same with another number of hops. */
  public PortProfile withHops(int hops) {
    return new PortProfile(os, ports, timeWaitNanos, perDestination, reuse, hops);
  }

  /** The same with another number of ports. */
  public PortProfile withPorts(int ports) {
    return new PortProfile(os, ports, timeWaitNanos, perDestination, reuse, hops);
  }

  /** The same with another TIME_WAIT. */
  public PortProfile withTimeWaitNanos(long nanos) {
    return new PortProfile(os, ports, nanos, perDestination, reuse, hops);
  }

  /**
   * When a port that came into TIME_WAIT then is free again, rounded up as the system's timers are.
   *
   * <p>Linux keeps timers in a wheel that rounds up to coarser steps the longer they run
   * (kernel/time/timer.c): 512 ticks for one of 60 s, 2.048 s at the usual 250 ticks a second. So
   * sockets leave in bursts, and the most there are at once is a rate times 62 s. Where its steps
   * begin is not known and makes no difference to a peak.
   */
  long freeAtNanos(long closedAtNanos) {
    long due = closedAtNanos + timeWaitNanos;
    if (!os.equals("linux")) {
      return due;
    }
    return due + LINUX_TIMER_STEP_NANOS - Math.floorMod(due, LINUX_TIMER_STEP_NANOS);
  }

  /** How many connections each one of ours to there makes on this machine, at least 1. */
  int hopsTo(Destinations destinations, int destination) {
    return hops > 0 ? hops : destinations.hops(destination);
  }

  /** Whether a connect to such a destination may take over a port in TIME_WAIT. */
  boolean reusesAt(boolean loopback) {
    return reuse == Reuse.EVERYWHERE || reuse == Reuse.LOOPBACK && loopback;
  }
}
