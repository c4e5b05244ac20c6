package dev.churnagent.recorder;

import java.net.InetAddress;

/** The endpoints of the run so far. No lock: application threads never wait for who looks here. */
public interface KnownEndpoints {
  /** How many there are; those that were counted are among what {@link #forEach} visits. */
  int count();

  /** Visits every IP endpoint that is known. */
  void forEach(Visitor visitor);

  /** Takes endpoints. */
  interface Visitor {
    /**
     * One endpoint; the same address and port may come with several ids.
     *
     * @param id as in the journal
     * @param address where TCP goes; never null
     */
    void endpoint(int id, InetAddress address, int port);
  }
}
