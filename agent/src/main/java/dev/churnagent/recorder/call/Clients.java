package dev.churnagent.recorder.call;

import dev.churnagent.hook.ClientSink;
import dev.churnagent.journal.JournalWriter;
import dev.churnagent.journal.RecordType;
import dev.churnagent.model.ClientKind;
import dev.churnagent.recorder.Faults;
import dev.churnagent.recorder.StackRecorder;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The clients and pools that a program built: each with a number and the stack that built it, which
 * stands in the journal. They are held weakly.
 */
final class Clients implements ClientSink {
  /** More that are alive at once get no numbers. */
  private static final int MAX_ALIVE = 1 << 16;

  private static final int NONE = -1;

  private final JournalWriter journal;
  private final StackRecorder stacks;
  private final Faults faults;
  private final ThreadContexts contexts;
  private final HandOffs known = new HandOffs(MAX_ALIVE);
  private final AtomicInteger numbers = new AtomicInteger();

  Clients(ThreadContexts contexts, JournalWriter journal, Faults faults, StackRecorder stacks) {
    this.contexts = contexts;
    this.journal = journal;
    this.faults = faults;
    this.stacks = stacks;
  }

  /** A client's constructor has run; where one calls another one, the first counts. */
  @Override
  public void clientBuilt(Object client) {
    ClientKind kind = client == null ? null : ClientTypes.kindOf(client);
    if (kind != null && known.take(client) == null) {
      define(client, kind, contexts.withOrigin(stacks.currentId()));
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

  @Override
  public TaskFrame clientEntered(Object user) {
    Object client = user == null ? null : ClientTypes.clientOf(user);
    if (client == null || isBeneathAnother(client)) {
      return null;
    }
    int number = numberOf(client);
    return number < 0 ? null : contexts.enterClient(number);
  }

  /** A channel of gRPC's, say, connects by a group of Netty's that all channels share. */
  private boolean isBeneathAnother(Object client) {
    return ClientTypes.kindOf(client) == ClientKind.NETTY_GROUP && contexts.clientId() >= 0;
  }

  @Override
  public void clientLeft(Object token) {
    if (token instanceof TaskFrame outer) {
      contexts.resume(outer);
    }
  }

  @Override
  public void hookFailed(Throwable fault) {
    faults.missed(fault);
  }

  /** The number of a client, or -1 if there are too many. */
  private int numberOf(Object client) {
    HandedContext found = known.take(client);
    // Built before we came.
    return found != null
        ? found.clientId
        : define(client, ClientTypes.kindOf(client), StackRecorder.UNKNOWN);
  }
}
