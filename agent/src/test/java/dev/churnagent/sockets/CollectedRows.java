package dev.churnagent.sockets;

import java.util.ArrayList;
import java.util.List;

/** Rows of a table as text: {@code 127.0.0.1:8080 0.0.0.0:0 LISTEN 48213}. */
final class CollectedRows implements SocketVisitor {
  final List<String> rows = new ArrayList<>();

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
    rows.add(
        Addresses.text(localHigh, localLow, localPort)
            + " "
            + Addresses.text(remoteHigh, remoteLow, remotePort)
            + " "
            + state
            + " "
            + owner);
  }
}
