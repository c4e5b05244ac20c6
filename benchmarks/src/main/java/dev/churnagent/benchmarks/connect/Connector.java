package dev.churnagent.benchmarks.connect;

import java.io.IOException;
import java.net.InetAddress;

/** Connects and closes beneath a stack of a certain depth; implemented by a generated class. */
public interface Connector {
  /** Connects and closes. */
  void connect(InetAddress address, int port) throws IOException;
}
