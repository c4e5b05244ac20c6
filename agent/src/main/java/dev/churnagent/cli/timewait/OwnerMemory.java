package dev.churnagent.cli.timewait;

import dev.churnagent.sockets.ProcessNames;
import dev.churnagent.sockets.SocketOwners;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Remembers which process owned each connection while it was open, as TIME_WAIT has no owner.
 * Forgets what is gone from the table, so it never holds more than the table does.
 */
final class OwnerMemory {
  private final SocketOwners owners;
  private final ProcessNames names;
  private final Map<Connection, Owner> byConnection = new HashMap<>();
  private final Map<Long, Owner> byNumber = new HashMap<>();

  OwnerMemory(SocketOwners owners, ProcessNames names) {
    this.owners = owners;
    this.names = names;
  }

  /** Takes in one look. */
  void update(TableLook look) {
    resolveNew(look);
    for (Map.Entry<Connection, Long> row : look.open.entrySet()) {
      Owner owner = byNumber.get(row.getValue());
      if (owner != null && owner.pid() > 0) {
        byConnection.put(row.getKey(), owner);
      }
    }
    Set<Connection> present = new HashSet<>(look.open.keySet());
    present.addAll(look.timeWait);
    byConnection.keySet().retainAll(present);
  }

  /** Looking at all processes is dear: only if there are sockets that were not there before. */
  private void resolveNew(TableLook look) {
    Set<Long> numbers = new HashSet<>(look.open.values());
    numbers.addAll(look.listenerOwners());
    byNumber.keySet().retainAll(numbers);
    numbers.removeAll(byNumber.keySet());
    if (numbers.isEmpty()) {
      return;
    }
    owners.refresh();
    Map<Long, String> named = new HashMap<>();
    boolean listed = false;
    for (long number : numbers) {
      long pid = owners.pidOf(number);
      if (pid <= 0) {
        byNumber.put(number, Owner.UNKNOWN);
        continue;
      }
      if (!named.containsKey(pid)) {
        if (names.nameOf(pid) == null && !listed) {
          names.refresh();
          listed = true;
        }
        named.put(pid, names.nameOf(pid));
      }
      byNumber.put(number, new Owner(pid, named.get(pid), "table"));
    }
  }

  /** Who owned a connection when it was seen open; {@link Owner#UNKNOWN} if it never was. */
  Owner ownerOf(Connection connection) {
    return byConnection.getOrDefault(connection, Owner.UNKNOWN);
  }

  /** Who listens, by the table's number of the last look. */
  Owner ownerOf(long number) {
    Owner owner = byNumber.getOrDefault(number, Owner.UNKNOWN);
    return owner.pid() > 0 ? new Owner(owner.pid(), owner.name(), "listener") : owner;
  }

  /** The name of a process that another source told. */
  String nameOf(long pid) {
    return names.nameOf(pid);
  }

  int unreadableProcesses() {
    return owners.unreadableProcesses();
  }
}
