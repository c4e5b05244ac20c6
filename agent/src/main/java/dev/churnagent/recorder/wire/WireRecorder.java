package dev.churnagent.recorder.wire;

import dev.churnagent.hook.WireSink;
import dev.churnagent.http.Redaction;
import dev.churnagent.journal.JournalWriter;
import dev.churnagent.recorder.Faults;
import dev.churnagent.recorder.call.Asker;
import dev.churnagent.recorder.call.Contexts;
import java.io.FileDescriptor;
import java.net.URI;
import java.nio.ByteBuffer;

/**
 * Finds the connection that bytes belong to. Whatever goes over an outgoing connection is network
 * I/O of the thread that does it, HTTP or not.
 */
public final class WireRecorder implements WireSink {
  private final JournalWriter journal;
  private final Faults faults;
  private final OutgoingConnections connections;
  private final Contexts contexts;
  private final boolean http;
  private final Announcements announcements = new Announcements();
  private final HttpRecorder exchanges;
  private final TlsConnections tls;

  /**
   * Creates it; nothing is recorded before it is set as the hook's sink.
   *
   * @param requests numbers requests
   * @param redaction what must not reach the journal
   * @param salt a random number of this run that is written nowhere
   * @param http whether to recognise HTTP; otherwise only network I/O as such is told
   */
  public WireRecorder(
      JournalWriter journal,
      Faults faults,
      OutgoingConnections connections,
      Contexts contexts,
      RequestIds requests,
      Redaction redaction,
      long salt,
      boolean http) {
    this.journal = journal;
    this.faults = faults;
    this.connections = connections;
    this.contexts = contexts;
    this.http = http;
    this.exchanges =
        new HttpRecorder(
            journal, faults, contexts, new HttpKeys(requests, redaction, salt), announcements);
    this.tls = new TlsConnections(exchanges);
  }

  /** The state for a new outgoing connection. */
  public WireConnection newConnection() {
    return new WireConnection(exchanges, false);
  }

  /** A connection goes; requests without a whole answer are told as such. */
  public void connectionClosed(WireConnection connection) {
    if (!connection.isIgnored()) {
      connection.closed();
    }
  }

  /** The recording ends while the connection is open: nothing is known of what is under way. */
  public void connectionLeft(WireConnection connection) {
    if (!connection.isIgnored()) {
      connection.left();
    }
  }

  /** Ends the recording: tells of what has no answer yet inside TLS. */
  public void finish() {
    for (WireConnection connection : tls.all()) {
      connectionLeft(connection);
    }
    long lost = exchanges.lostTrack();
    if (lost > 0) {
      faults.degraded("note: HTTP could not be followed to its end on connections: " + lost);
    }
  }

  /** What to look at; null if it is no outgoing connection or carries no HTTP. */
  private WireConnection plain(FileDescriptor fd) {
    WireConnection connection = connections.wireOf(fd);
    if (connection == null) {
      return null;
    }
    contexts.networkUsed();
    return http && !connection.isIgnored() ? connection : null;
  }

  private WireConnection secure(Object owner) {
    WireConnection connection = http ? tls.find(owner) : null;
    return connection == null || connection.isIgnored() ? null : connection;
  }

  @Override
  public void writing(FileDescriptor fd, byte[] bytes, int from, int length) {
    WireConnection connection = plain(fd);
    if (connection != null && BufferBytes.isRange(bytes, from, length)) {
      connection.sent(bytes, from, length);
    }
  }

  @Override
  public void read(int count, FileDescriptor fd, byte[] bytes, int from) {
    WireConnection connection = plain(fd);
    if (connection != null) {
      connection.received(bytes, from, count);
    }
  }

  @Override
  public void writing(FileDescriptor fd, ByteBuffer source) {
    WireConnection connection = plain(fd);
    if (connection != null && source != null) {
      connection.sending(new ByteBuffer[] {source}, 0, 1);
    }
  }

  @Override
  public void written(int count, FileDescriptor fd, ByteBuffer source) {
    WireConnection connection = plain(fd);
    if (connection != null) {
      connection.sent(count, new ByteBuffer[] {source}, 0);
    }
  }

  @Override
  public void writing(FileDescriptor fd, ByteBuffer[] sources, int from, int length) {
    WireConnection connection = plain(fd);
    if (connection != null && BufferBytes.isRange(sources, from, length)) {
      connection.sending(sources, from, length);
    }
  }

  @Override
  public void written(long count, FileDescriptor fd, ByteBuffer[] sources, int from) {
    WireConnection connection = plain(fd);
    if (connection != null) {
      connection.sent(count, sources, from);
    }
  }

  @Override
  public void read(int count, FileDescriptor fd, ByteBuffer target) {
    WireConnection connection = plain(fd);
    if (connection != null) {
      connection.received(count, target);
    }
  }

  @Override
  public void reading(FileDescriptor fd, ByteBuffer[] targets, int from, int length) {
    WireConnection connection = plain(fd);
    if (connection != null && BufferBytes.isRange(targets, from, length)) {
      connection.receiving(targets, from, length);
    }
  }

  @Override
  public void read(long count, FileDescriptor fd, ByteBuffer[] targets, int from) {
    WireConnection connection = plain(fd);
    if (connection != null) {
      connection.received(count, targets, from);
    }
  }

  @Override
  public void asyncWriting(FileDescriptor fd, ByteBuffer[] sources) {
    WireConnection connection = plain(fd);
    if (connection != null && BufferBytes.isRange(sources, 0, sources.length)) {
      connection.sendingLater(sources);
    }
  }

  @Override
  public void asyncWritten(long count, FileDescriptor fd, ByteBuffer[] sources) {
    WireConnection connection = plain(fd);
    if (connection != null) {
      connection.sentLater(count, sources);
    }
  }

  @Override
  public void tlsWriting(Object socket, byte[] bytes, int from, int length) {
    WireConnection connection = secure(socket);
    if (connection != null && BufferBytes.isRange(bytes, from, length)) {
      connection.sent(bytes, from, length);
    }
  }

  @Override
  public void tlsRead(int count, Object socket, byte[] bytes, int from) {
    WireConnection connection = secure(socket);
    if (connection != null) {
      connection.received(bytes, from, count);
    }
  }

  @Override
  public void tlsClosing(Object socketOrEngine) {
    if (http) {
      tls.closing(socketOrEngine);
    }
  }

  @Override
  public void engineWrapping(Object engine, ByteBuffer[] plain, int from, int length) {
    WireConnection connection = secure(engine);
    if (connection != null && BufferBytes.isRange(plain, from, length)) {
      connection.wrapping(plain, from, length);
    }
  }

  @Override
  public void engineWrapped(int count, Object engine, ByteBuffer[] plain, int from) {
    WireConnection connection = secure(engine);
    if (connection != null) {
      connection.wrapped(count, plain, from);
    }
  }

  @Override
  public void engineUnwrapping(Object engine, ByteBuffer[] plain, int from, int length) {
    WireConnection connection = secure(engine);
    if (connection != null && BufferBytes.isRange(plain, from, length)) {
      connection.receiving(plain, from, length);
    }
  }

  @Override
  public void engineUnwrapped(int count, Object engine, ByteBuffer[] plain, int from) {
    WireConnection connection = secure(engine);
    if (connection != null) {
      connection.received((long) count, plain, from);
    }
  }

  /** Good enough a number; getId() can be overridden by the program. */
  private static int currentThread() {
    return System.identityHashCode(Thread.currentThread());
  }

  @Override
  public void sendStarted() {
    if (http) {
      announcements.sendStarted(currentThread());
    }
  }

  @Override
  public void requestAnnounced(String method, URI uri) {
    if (http && uri != null) {
      Asker asker = contexts.asker();
      // Now, since equal requests of several calls may be taken for each other on the wire.
      asker.networkUsed();
      announcements.announced(method, uri, asker, currentThread(), journal.now());
    }
  }

  @Override
  public void requestDerived(String method, URI uri, String causeMethod, URI causeUri) {
    if (http && uri != null && causeUri != null) {
      announcements.derived(method, uri, causeMethod, causeUri, journal.now());
    }
  }

  @Override
  public void hookFailed(Throwable fault) {
    faults.missed(fault);
  }
}
