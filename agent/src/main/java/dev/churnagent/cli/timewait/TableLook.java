package dev.churnagent.cli.timewait;

import dev.churnagent.sockets.Addresses;
import dev.churnagent.sockets.PeerAddress;
import dev.churnagent.sockets.SocketTable;
import dev.churnagent.sockets.SocketVisitor;
import dev.churnagent.sockets.TcpState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the machine's table said at one look. */
final class TableLook implements SocketVisitor {
  /** Not in TIME_WAIT, with the table's own number for the owner. */
  final Map<Connection, Long> open = new HashMap<>();

  final List<Connection> timeWait = new ArrayList<>();
  final Map<TcpState, Integer> counts = new EnumMap<>(TcpState.class);
  private final Map<PeerAddress, Long> listeners = new HashMap<>();
  private int unreadableRows;

  static TableLook at(SocketTable table) throws IOException {
    TableLook look = new TableLook();
    look.unreadableRows = table.read(look);
    return look;
  }

  @Override
  public void socket(
      long localHigh,
      long localLow,
      int localPort,
      long remoteHigh,
      long remoteLow,
      int remotePort,
      TcpState state,
      long owner) {
    counts.merge(state, 1, Integer::sum);
    PeerAddress local = new PeerAddress(localHigh, localLow, localPort);
    Connection connection =
        new Connection(local, new PeerAddress(remoteHigh, remoteLow, remotePort));
    if (state == TcpState.TIME_WAIT) {
      timeWait.add(connection);
    } else if (state == TcpState.LISTEN) {
      listeners.put(local, owner);
    } else {
      open.put(connection, owner);
    }
  }

  /** The table's own numbers for the owners of listening sockets. */
  Collection<Long> listenerOwners() {
    return listeners.values();
  }

  int unreadableRows() {
    return unreadableRows;
  }

  int sockets() {
    int sum = 0;
    for (int count : counts.values()) {
      sum += count;
    }
    return sum;
  }

  /** The owner of what listens at an address, as the table tells it; null if nothing listens. */
  Long listenerAt(PeerAddress address) {
    Long exact = listeners.get(address);
    if (exact != null) {
      return exact;
    }
    Long all = listeners.get(new PeerAddress(0, 0, address.port()));
    if (all == null && Addresses.isIpv4(address.high(), address.low())) {
      all = listeners.get(new PeerAddress(0, Addresses.lowOfIpv4(0), address.port()));
    }
    return all;
  }
}
