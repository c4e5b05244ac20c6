package dev.churnagent.recorder.ports;

import dev.churnagent.journal.PayloadOutput;
import dev.churnagent.journal.RecordType;

/** Journals what changed from one look to the next. */
final class TableRecords {
  private static final int OTHERS = 20;
  private static final int[] NONE = {};

  private final SamplerRecords journal;

  TableRecords(SamplerRecords journal) {
    this.journal = journal;
  }

  /**
   * Writes the changes, then that there was a look.
   *
   * @param atNanos when the look began, since the journal's start
   */
  void write(long atNanos, TableLook look) {
    // First what is gone: its places may be taken again.
    write(atNanos, look.gone(), false);
    write(atNanos, look.appeared(), true);
    OtherSockets others = look.others();
    int[] top = others.top(OTHERS);
    int count = top.length + (others.rest() > 0 ? 1 : 0);
    String[] addresses = new String[count];
    int[] counts = new int[count];
    for (int i = 0; i < top.length; i++) {
      addresses[i] = others.text(top[i]);
      counts[i] = others.count(top[i]);
    }
    if (count > top.length) {
      addresses[top.length] = "(other addresses)";
      counts[top.length] = others.rest();
    }
    journal.append(
        RecordType.SOCKET_TABLE_READ,
        0,
        PayloadOutput.socketTable(atNanos, look.timeWait(), addresses, counts));
  }

  /** One record for each endpoint, or several where one could not hold them. */
  private void write(long atNanos, long[] keys, boolean appeared) {
    int from = 0;
    while (from < keys.length) {
      int endpoint = TableLook.endpoint(keys[from]);
      int to = from + 1;
      while (to < keys.length
          && to - from < PayloadOutput.MOST_PORTS
          && TableLook.endpoint(keys[to]) == endpoint) {
        to++;
      }
      int[] ports = new int[to - from];
      for (int i = 0; i < ports.length; i++) {
        ports[i] = TableLook.port(keys[from + i]);
      }
      journal.append(
          RecordType.TIME_WAIT_SAMPLED,
          endpoint,
          appeared
              ? PayloadOutput.timeWait(atNanos, ports, NONE)
              : PayloadOutput.timeWait(atNanos, NONE, ports));
      from = to;
    }
  }
}
