package dev.churnagent.recorder;

import dev.churnagent.hook.SocketProbe;
import dev.churnagent.model.ClosedFirst;
import java.io.FileDescriptor;

/** The ends of connections, and what is done to a socket that decides how it will end. */
final class Closes {
  private final Connections connections;
  private final CloseObserver observer;

  Closes(Connections connections, SocketProbe probe) {
    this.connections = connections;
    this.observer = new CloseObserver(probe);
  }

  /** The descriptor goes now. */
  void closing(FileDescriptor fd) {
    ConnectionEntry entry = connections.remove(fd);
    if (entry == null) {
      return;
    }
    switch (entry.getAndSet(ConnectionEntry.CLOSED)) {
      case ConnectionEntry.OPEN -> {
        ClosedFirst first = observer.beforeClose(fd, entry);
        connections.closing(entry);
        connections.closed(entry, first);
      }
      case ConnectionEntry.PENDING -> connections.abandoned(entry);
      case ConnectionEntry.CLOSING_UNREAD ->
          connections.closed(entry, observer.afterShutdown(fd, entry));
      default -> {
        // Never connected, or inside a connect whose own hook tells how it ended.
      }
    }
  }

  /** The program closes; the JDK may shut down first, and close the descriptor later. */
  void programClosing(FileDescriptor fd, boolean shutsDownFirst) {
    ConnectionEntry entry = connections.find(fd);
    if (entry == null) {
      return;
    }
    if (!shutsDownFirst || entry.get() != ConnectionEntry.OPEN) {
      closing(fd);
      return;
    }
    ClosedFirst first = observer.beforeClose(fd, entry);
    int next =
        first == ClosedFirst.RESET && observer.canLookAgain(fd, entry)
            ? ConnectionEntry.CLOSING_UNREAD
            : ConnectionEntry.CLOSED;
    // Before the state: whoever closes the descriptor tells of it.
    connections.closing(entry);
    if (entry.compareAndSet(ConnectionEntry.OPEN, next)) {
      entry.closedAt = connections.now();
      if (next == ConnectionEntry.CLOSED) {
        connections.forget(entry);
        connections.closed(entry, first);
      }
    }
  }

  void outputShutDown(FileDescriptor fd) {
    ConnectionEntry entry = connections.find(fd);
    if (entry != null && entry.get() == ConnectionEntry.OPEN && !entry.outputShutDown) {
      entry.outputShutDownFirst = observer.isPeerOpen(fd);
      entry.outputShutDown = true;
    }
  }

  void lingerSet(FileDescriptor fd, Object seconds) {
    boolean zero = seconds instanceof Integer value && value == 0;
    ConnectionEntry entry = zero ? connections.findOrCreate(fd) : connections.find(fd);
    if (entry != null) {
      entry.lingerZero = zero;
    }
  }

  /** A connection that no descriptor stands for is closed. */
  void detachedClosed(ConnectionEntry entry) {
    if (entry.compareAndSet(ConnectionEntry.OPEN, ConnectionEntry.CLOSED)) {
      connections.closing(entry);
      connections.closed(entry, ClosedFirst.UNKNOWN);
    }
  }

  /**
   * Tells of what the program closed and the JDK has not closed yet, a channel whose selector was
   * never run again. Its unread data will make it a reset.
   */
  void finish() {
    for (ConnectionEntry entry : connections.all()) {
      if (entry.compareAndSet(ConnectionEntry.CLOSING_UNREAD, ConnectionEntry.CLOSED)) {
        connections.closed(entry, ClosedFirst.RESET);
      }
    }
  }
}
