package dev.churnagent.recorder.ports;

import dev.churnagent.journal.PayloadOutput;
import dev.churnagent.journal.RecordType;
import dev.churnagent.model.MachinePorts;
import dev.churnagent.recorder.KnownEndpoints;
import dev.churnagent.sockets.OwnerKind;
import dev.churnagent.sockets.PortSettings;
import dev.churnagent.sockets.SocketTable;
import dev.churnagent.sockets.SocketTables;
import java.io.IOException;
import java.util.Locale;

/** What there is to see of this machine: its table of sockets, its ports, its proxies. */
final class MachineLook {
  private final SocketTable table = SocketTables.ofThisMachine();
  private final SamplerRecords journal;
  private final EndpointIndex index;
  private final TableLook look;
  private final TableRecords records;

  /** Null where proxies can't be found. */
  private final HopLook hops;

  private MachinePorts described;

  MachineLook(SamplerRecords journal, KnownEndpoints endpoints, long pid) {
    this.journal = journal;
    this.index = new EndpointIndex(endpoints);
    this.look = new TableLook(index);
    this.records = new TableRecords(journal);
    this.hops = isLinux() ? new HopLook(table, endpoints, journal, pid) : null;
  }

  private boolean isLinux() {
    return table.ownerKind() == OwnerKind.INODE;
  }

  /** Reads the table and tells what changed. */
  void table() throws IOException {
    index.refresh();
    look.begin();
    long at = journal.now();
    try {
      table.read(look);
    } catch (IOException e) {
      look.undo();
      throw e;
    }
    records.write(at, look);
  }

  /** After the table was read: looks for proxies if it is time, or anyway. */
  void hops(boolean now) throws IOException {
    if (hops == null) {
      return;
    }
    if (now) {
      hops.look(look);
    } else {
      hops.afterLook(look);
    }
  }

  /**
   * Tells of the settings of ports if they are new.
   *
   * @param again also if they were told before; not where that takes long
   */
  void ports(boolean again) {
    if (described != null && !(again && isLinux())) {
      return;
    }
    PortSettings settings = PortSettings.ofThisMachine();
    MachinePorts ports =
        new MachinePorts(
            settings.os().name().toLowerCase(Locale.ROOT),
            settings.low(),
            settings.high(),
            Math.max(0, settings.excludedPorts()),
            settings.tcpTwReuse(),
            settings.timeWaitSeconds());
    if (!ports.equals(described)) {
      described = ports;
      journal.append(RecordType.PORTS_DESCRIBED, 0, PayloadOutput.ports(ports));
    }
  }
}
