package dev.churnagent.recorder.call;

import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.RecordType;
import dev.churnagent.model.ClientKind;
import dev.churnagent.recorder.StackRecorder;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The clients and pools that a program built: each with a number and the stack that built it, which
 * stands in the journal. They are held weakly.
 */
final class Clients {
  /** More that are alive at once get no numbers. */
  private static final int MAX_ALIVE = 1 << 16;

  private static final int NONE = -1;

  private final JournalWriter journal;
  private final StackRecorder stacks;
  private final HandOvers handOvers;
  private final HandOffs known = new HandOffs(MAX_ALIVE);
  private final AtomicInteger numbers = new AtomicInteger();

  Clients(JournalWriter journal, StackRecorder stacks, HandOvers handOvers) {
    this.journal = journal;
    this.stacks = stacks;
    this.handOvers = handOvers;
  }

  /** A client's constructor has run; where one calls another one, the first counts. */
  void built(Object client) {
    ClientKind kind = client == null ? null : ClientTypes.kindOf(client);
    if (kind != null && known.take(client) == null) {
      define(client, kind, handOvers.withOrigin(stacks.currentId()));
    }
  }

  private int define(Object client, ClientKind kind, int stackId) {
    int number = numbers.getAndIncrement();
    if (!known.putToStay(client, new HandedContext(null, NONE, null, false, null, number))) {
      return NONE;
    }
    journal.appendEvent(RecordType.CLIENT_BUILT, kind.code(), 0, journal.now(), stackId, number, 0);
    return number;
  }

  /** The number of an object's client, or -1 if none is known. */
  int numberOf(Object user) {
    Object client = ClientTypes.clientOf(user);
    if (client == null) {
      return NONE;
    }
    HandedContext found = known.take(client);
    // Built before we came.
    return found != null
        ? found.clientId
        : define(client, ClientTypes.kindOf(client), StackRecorder.UNKNOWN);
  }
}
