package dev.churnagent.it.support;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A network namespace with nothing but a loopback device, for programs started with its prefix. */
public final class Isolation implements AutoCloseable {
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

  @Override
  public void close() {
    if (name != null) {
      Commands.run(List.of("ip", "netns", "delete", name));
    }
  }
}
