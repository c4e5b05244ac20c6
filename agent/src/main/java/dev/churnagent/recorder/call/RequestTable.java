package dev.churnagent.recorder.call;

import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.PayloadOutput;
import dev.churnagent.journal.RecordType;
import dev.churnagent.model.KeyBasis;
import dev.churnagent.model.RequestKey;
import dev.churnagent.recorder.Faults;
import dev.churnagent.recorder.StackTable;
import java.util.HashMap;
import java.util.Map;

/**
 * Ids for requests, by a 64-bit fingerprint of their keys. A known one costs no lock and no
 * allocation; a new one is written to the journal under a lock, once.
 */
public final class RequestTable {
  /** Not known yet. */
  public static final int ABSENT = StackTable.ABSENT;

  private static final int MAX_REQUESTS = 1 << 16;

  /** Targets that share an id among their own requests once there is no more room. */
  private static final int MAX_SHARED = 1 << 12;

  private static final String OTHER = "(other)";

  private final JournalWriter journal;
  private final Faults faults;
  private final int maxRequests;
  private final StackTable ids = new StackTable();
  private final Map<String, Integer> shared = new HashMap<>();
  private volatile boolean full;

  /** Writes new requests to this journal. */
  public RequestTable(JournalWriter journal, Faults faults) {
    this(journal, faults, MAX_REQUESTS);
  }

  RequestTable(JournalWriter journal, Faults faults, int maxRequests) {
    this.journal = journal;
    this.faults = faults;
    this.maxRequests = maxRequests;
  }

  /** The id of a known request, or {@link #ABSENT}; then {@link #define} finds out under a lock. */
  public int idOf(long fingerprint) {
    return ids.find(fingerprint);
  }

  /** Whether every new request shares its id with others; see {@link #isShared}. */
  public boolean isFull() {
    return full;
  }

  /**
   * Whether an id stands for different requests of one target, because there was no room. Nothing
   * can be said of the sameness of their answers: such calls are to be recorded with {@link
   * dev.churnagent.model.Call#UNKNOWN_ANSWER}.
   */
  public boolean isShared(int id) {
    return id >= maxRequests;
  }

  /**
   * The id of a request, which is new to the caller.
   *
   * @param fingerprint what {@link #idOf} finds it by; may differ from the key's, which is salted
   *     where there are secrets
   */
  public synchronized int define(long fingerprint, RequestKey key) {
    int known = ids.find(fingerprint);
    if (known != StackTable.ABSENT) {
      return known;
    }
    if (ids.size() == maxRequests) {
      return shared(key);
    }
    journal.appendPayload(RecordType.REQUEST_DEFINED, ids.size(), PayloadOutput.request(key));
    int id = ids.add(fingerprint);
    if (ids.size() == maxRequests) {
      full = true;
      faults.degraded(
          "more than " + maxRequests + " different requests: later ones are told as one by target");
    }
    return id;
  }

  private int shared(RequestKey key) {
    String target = shared.size() < MAX_SHARED ? key.target() : OTHER;
    String name = key.kind().code() + " " + target;
    Integer known = shared.get(name);
    if (known != null) {
      return known;
    }
    int id = maxRequests + shared.size();
    shared.put(name, id);
    RequestKey all =
        new RequestKey(key.kind(), key.methodId(), target, OTHER, KeyBasis.BOUNDED, id);
    journal.appendPayload(RecordType.REQUEST_DEFINED, id, PayloadOutput.request(all));
    return id;
  }
}
