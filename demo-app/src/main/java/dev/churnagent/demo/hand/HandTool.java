package dev.churnagent.demo.hand;

import dev.churnagent.demo.UsageException;
import dev.churnagent.demo.http.KeptConnection;
import dev.churnagent.demo.server.ServerCounts;
import dev.churnagent.demo.server.ServersProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;

/** Holds, closes and counts connections as it is told, one command a line. */
public final class HandTool implements AutoCloseable {
  private static final String PATH = "/session/demo-1/necessary-data";

  private final ServersProcess servers;
  private final PrintStream out;
  private final Deque<KeptConnection> held = new ArrayDeque<>();
  private final int most;
  private long opened;
  private boolean reuse;

  /**
   * Creates the tool, with {@code reuse off} and nothing held.
   *
   * @param out where every answer goes, one line for a command other than status and help
   */
  public HandTool(ServersProcess servers, PrintStream out) {
    this(servers, out, HoldLimit.ofThisMachine());
  }

  HandTool(ServersProcess servers, PrintStream out, int most) {
    this.servers = servers;
    this.out = out;
    this.most = most;
  }

  /** Carries out command after command, until {@code quit} or the end of the input. */
  public void run(BufferedReader commands) throws IOException {
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      if (line.isBlank()) {
        continue;
      }
      try {
        HandCommand command = HandCommand.parse(List.of(line.trim().split("\\s+")));
        if (command.verb() == HandCommand.Verb.QUIT) {
          return;
        }
        execute(command);
      } catch (UsageException e) {
        out.println(e.getMessage());
      }
    }
  }

  /** Carries out one command; {@code quit} does nothing here. */
  public void execute(HandCommand command) throws IOException {
    switch (command.verb()) {
      case OPEN -> open(command.count());
      case CLOSE -> close(command.count());
      case REQUEST -> request(command.count());
      case REUSE -> {
        reuse = command.on();
        out.println("reuse " + (reuse ? "on" : "off"));
      }
      case STATUS -> status();
      case HELP -> out.print(HandCommand.HELP);
      case QUIT -> {}
    }
  }

  /** Connections opened so far, held or closed since. */
  public long opened() {
    return opened;
  }

  /** Closes whatever is held. */
  @Override
  public void close() throws IOException {
    if (!held.isEmpty()) {
      close(held.size());
    }
  }

  private void open(int count) {
    if (held.size() + count > most) {
      out.println("open " + count + ": refused, at most " + most + " here (" + heldNow() + ")");
      return;
    }
    for (int i = 0; i < count; i++) {
      try {
        held.addLast(connect());
      } catch (IOException e) {
        out.println("opened " + i + ", then the system refused: " + e + "; " + heldNow());
        return;
      }
    }
    out.println("opened " + count + "; " + heldNow());
  }

  private void close(int count) throws IOException {
    int closing = Math.min(count, held.size());
    for (int i = 0; i < closing; i++) {
      held.removeFirst().close();
    }
    out.println("closed " + closing + "; " + heldNow());
  }

  private void request(int count) {
    long before = opened;
    String end = "";
    int answered = 0;
    try {
      for (; answered < count; answered++) {
        requestOnce();
      }
    } catch (IOException e) {
      end = ", then the system refused: " + e;
    }
    out.println(
        "requested "
            + answered
            + " over "
            + (opened - before)
            + " new connections"
            + end
            + "; "
            + heldNow());
  }

  private void requestOnce() throws IOException {
    if (!reuse) {
      try (KeptConnection single = connect()) {
        single.get(PATH);
      }
      return;
    }
    if (held.isEmpty()) {
      held.addLast(connect());
    }
    held.getFirst().get(PATH);
  }

  private KeptConnection connect() throws IOException {
    KeptConnection connection = KeptConnection.open(servers.proxy());
    opened++;
    return connection;
  }

  private void status() throws IOException {
    ServerCounts counts = servers.counts(opened, held.size());
    out.println(heldNow() + ", " + opened + " opened in all, reuse " + (reuse ? "on" : "off"));
    out.println(
        "proxy accepted "
            + counts.proxyAccepted()
            + " connections, "
            + counts.proxyOpen()
            + " open; device server accepted "
            + counts.deviceAccepted()
            + " connections, "
            + counts.requests()
            + " requests");
    out.println(
        "TIME_WAIT: "
            + timeWait(servers.proxy().getPort())
            + " towards the proxy, "
            + timeWait(servers.device().getPort())
            + " from the proxy towards the device");
  }

  private String heldNow() {
    return held.size() + " held";
  }

  private static String timeWait(int port) {
    OptionalInt count = TimeWaitSockets.towards(port);
    return count.isPresent() ? Integer.toString(count.getAsInt()) : "unknown (see netstat -an)";
  }
}
