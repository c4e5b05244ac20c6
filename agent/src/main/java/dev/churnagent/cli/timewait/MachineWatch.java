package dev.churnagent.cli.timewait;

import dev.churnagent.cli.timewait.Summary.Group;
import dev.churnagent.sockets.OwnerKind;
import dev.churnagent.sockets.PortSettings;
import dev.churnagent.sockets.ProcessNames;
import dev.churnagent.sockets.SocketOwners;
import dev.churnagent.sockets.SocketTable;
import dev.churnagent.sockets.SocketTables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at the machine again and again. One thread. */
public final class MachineWatch {
  private final SocketTable table;
  private final OwnerMemory memory;
  private final CallSites callSites;
  private final PortSettings settings;
  private final boolean watching;
  private TableLook look;

  MachineWatch(
      SocketTable table,
      OwnerMemory memory,
      CallSites callSites,
      PortSettings settings,
      boolean watching) {
    this.table = table;
    this.memory = memory;
    this.callSites = callSites;
    this.settings = settings;
    this.watching = watching;
  }

  /**
   * Of this machine.
   *
   * @param journals beside those that are found by themselves
   * @param watching whether there will be more than one look
   */
  public static MachineWatch ofThisMachine(List<Path> journals, boolean watching) {
    return new MachineWatch(
        SocketTables.ofThisMachine(),
        new OwnerMemory(SocketOwners.ofThisMachine(), ProcessNames.ofThisMachine()),
        new CallSites(Path.of("/proc"), journals),
        PortSettings.ofThisMachine(),
        watching);
  }

  /**
   * Reads the table and remembers owners.
   *
   * @throws IOException if it can't be read
   */
  public void look() throws IOException {
    look = TableLook.at(table);
    memory.update(look);
  }

  /** What the last look saw, with at most so many endpoints. */
  Summary summary(int top) {
    callSites.update(look);
    Grouping grouping = new Grouping();
    Set<Integer> ports = new HashSet<>();
    int unknownOwners = 0;
    for (Connection connection : look.timeWait) {
      Long listener = look.listenerAt(connection.local());
      if (listener != null) {
        Owner owner = memory.ownerOf(listener);
        grouping.add(connection.local().toString(), true, owner, null);
      } else {
        CallSites.Found found = callSites.of(connection);
        Owner owner = owner(connection, found);
        grouping.add(
            connection.remote().toString(), false, owner, found == null ? null : found.site());
        unknownOwners += owner.pid() < 0 ? 1 : 0;
        addPort(connection.local().port(), ports);
      }
    }
    List<Group> groups = grouping.groups();
    int shown = Math.min(top, groups.size());
    return new Summary(
        Instant.now(),
        look.sockets(),
        look.counts,
        settings,
        ports.size(),
        percent(ports.size()),
        groups.subList(0, shown),
        groups.size() - shown,
        cannotSee(unknownOwners));
  }

  private Owner owner(Connection connection, CallSites.Found found) {
    if (found != null) {
      return new Owner(found.pid(), memory.nameOf(found.pid()), "journal");
    }
    return memory.ownerOf(connection);
  }

  private void addPort(int port, Set<Integer> ports) {
    if (port >= settings.low() && port <= settings.high()) {
      ports.add(port);
    }
  }

  private Double percent(int ports) {
    int usable = settings.usablePorts();
    return usable <= 0 ? null : 100.0 * ports / usable;
  }

  private List<String> cannotSee(int unknownOwners) {
    List<String> lines = new ArrayList<>();
    if (unknownOwners > 0) {
      lines.add("owner of " + unknownOwners + " unknown: " + whyUnknown());
    }
    int forbidden = memory.unreadableProcesses();
    if (forbidden > 0) {
      lines.add(
          (forbidden == 1 ? "1 process" : forbidden + " processes")
              + " of other users: run as root to see their sockets and call sites");
    }
    if (look.unreadableRows() > 0) {
      lines.add(look.unreadableRows() + " rows of the system's table were not understood");
    }
    callSites.problems().forEach((journal, why) -> lines.add("call sites of a run: " + why));
    lines.addAll(settings.unknown());
    return lines;
  }

  private String whyUnknown() {
    if (table.ownerKind() == OwnerKind.NONE) {
      return "this system's netstat does not name processes";
    }
    return watching
        ? "never seen open, as it opened and closed between two looks or before the first one"
        : "it closed before this command looked; use --watch";
  }
}
