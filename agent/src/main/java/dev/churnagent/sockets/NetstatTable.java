package dev.churnagent.sockets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Reads the table from what netstat prints; a process is started for each reading. */
abstract class NetstatTable implements SocketTable {
  private static final byte[] TCP = "tcp".getBytes(StandardCharsets.US_ASCII);

  /** Ends of the line at hand. */
  final ParsedEndpoint local = new ParsedEndpoint();

  final ParsedEndpoint remote = new ParsedEndpoint();

  private final CommandRunner commands;
  private final String[] words;

  NetstatTable(CommandRunner commands, String... words) {
    this.commands = commands;
    this.words = words;
  }

  @Override
  public int read(SocketVisitor visitor) throws IOException {
    CommandOutput output = commands.run(words);
    if (output.problem() != null) {
      throw new IOException(output.problem());
    }
    int rows = 0;
    int unreadable = 0;
    Line line = new Line(output.bytes());
    while (line.next()) {
      if (!line.startsWith(0, TCP)) {
        continue; // headings and other protocols
      }
      rows++;
      unreadable += row(line, visitor) ? 0 : 1;
    }
    if (rows == unreadable) {
      throw new IOException("'" + words[0] + "' printed no table of TCP sockets");
    }
    return unreadable;
  }

  /** Hands one line to the visitor; false if it can't be understood. */
  abstract boolean row(Line line, SocketVisitor visitor);

  final void hand(SocketVisitor visitor, TcpState state, long owner) {
    visitor.socket(
        local.high, local.low, local.port, remote.high, remote.low, remote.port, state, owner);
  }
}
