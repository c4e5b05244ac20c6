package dev.churnagent.it.clients;

import java.io.IOException;

/** A connection to the scripted peer, over whichever class of the JDK. */
interface Wire {
  /** Opens wires to one port. */
  interface Opener {
    Wire open() throws IOException;
  }

  int localPort() throws IOException;

  /** Sends one command. */
  void send(char command) throws IOException;

  /** Waits for a byte, or -1. */
  int read() throws IOException;

  void lingerZero() throws IOException;

  void shutdownOutput() throws IOException;

  /** Closes by closing the streams. */
  void closeStreams() throws IOException;

  void close() throws IOException;
}
