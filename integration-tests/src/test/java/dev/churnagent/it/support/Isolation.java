package dev.churnagent.it.support;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** A network namespace with nothing but a loopback device, for programs started with its prefix. */
public final class Isolation implements AutoCloseable {
  /** The kernel's number of the state. */
  private static final String TIME_WAIT = "06";

  private static final int PATIENCE_SECONDS = 30;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String name;

  private Isolation(String name) {
    this.name = name;
  }

  /** A namespace; skips the test where there can be none. */
  public static Isolation required() {
    Requirement.linux();
    Requirement.root();
    String ip = Requirement.program("ip").toString();
    String name = "churn-it-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
    Commands.run(List.of(ip, "netns", "add", name));
    Isolation isolation = new Isolation(name);
    Commands.run(List.of(ip, "-n", name, "link", "set", "lo", "up"));
    return isolation;
  }

  /** A namespace if there can be one, else the machine's own network. */
  public static Isolation ifAllowed() {
    return "root".equals(System.getProperty("user.name")) ? required() : new Isolation(null);
  }

  /** Words before {@code java}. */
  public String[] prefix() {
    return name == null ? new String[0] : new String[] {"ip", "netns", "exec", name};
  }

  /** Sets a kernel parameter of this namespace only. */
  public void set(String parameter, String value) {
    Commands.run(
        List.of("ip", "netns", "exec", name, "sysctl", "-q", "-w", parameter + "=" + value));
  }

  /**
   * Puts a cable between two namespaces.
   *
   * @param address of this one's end, e.g. {@code 10.231.0.1}
   * @param otherAddress of the other one's end, in the same /24
   */
  public void connect(String address, Isolation other, String otherAddress) {
    String mine = "v" + NUMBER.incrementAndGet();
    String others = "v" + NUMBER.incrementAndGet();
    String type = "veth";
    Commands.run(
        List.of("ip", "-n", name, "link", "add", mine, "type", type, "peer", "name", others));
    Commands.run(List.of("ip", "-n", name, "link", "set", others, "netns", other.name));
    up(mine, address);
    other.up(others, otherAddress);
  }

  private void up(String device, String address) {
    Commands.run(List.of("ip", "-n", name, "addr", "add", address + "/24", "dev", device));
    Commands.run(List.of("ip", "-n", name, "link", "set", device, "up"));
  }

  /** How many sockets in TIME_WAIT towards that port the kernel's own table has. */
  public int timeWait(int remotePort) {
    return Collections.frequency(states(remotePort), TIME_WAIT);
  }

  /** The same once no socket towards that port is on its way there any more. */
  public int settledTimeWait(int remotePort) {
    Awaitility.await("sockets towards " + remotePort + " closed")
        .atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .until(() -> states(remotePort).stream().allMatch(TIME_WAIT::equals));
    return timeWait(remotePort);
  }

  /** The states of all sockets with that remote port, as the kernel writes them. */
  private List<String> states(int remotePort) {
    String port = String.format(":%04X", remotePort);
    String table =
        Commands.run(
            List.of("ip", "netns", "exec", name, "cat", "/proc/net/tcp", "/proc/net/tcp6"));
    return table
        .lines()
        .map(line -> line.trim().split(" +"))
        .filter(columns -> columns.length > 3 && columns[2].endsWith(port))
        .map(columns -> columns[3])
        .toList();
  }

  @Override
  public void close() {
    if (name != null) {
      Commands.run(List.of("ip", "netns", "delete", name));
    }
  }
}
