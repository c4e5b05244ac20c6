package dev.churnagent.recorder.wire;

import dev.churnagent.http.HttpExchange;
import dev.churnagent.recorder.call.Asker;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Locale;

/**
 * Who gave which request to the JDK's HttpClient, which writes it on whatever thread is at hand.
 *
 * <ul>
 *   <li>First announced, first found, among equal requests. If the watched call that it was for has
 *       ended by then, another one's request was taken for its own, and now it is the other way
 *       round.
 *   <li>A request by the blocking {@code send} is over when its thread sends again; one that was
 *       never seen (no connection, or HTTP/2) is then dropped. Others expire.
 *   <li>One that was found stays for a while, so that a redirection finds who asked.
 * </ul>
 */
final class Announcements {
  private static final int MAX_ENTRIES = 512;
  private static final int MAX_SENDING = 1024;
  private static final long EXPIRES_AFTER_NANOS = 60_000_000_000L;

  private static final class Entry {
    final String key;
    final Asker asker;
    final int thread;
    final boolean blocking;
    final long at;
    boolean found;

    Entry(String key, Asker asker, int thread, boolean blocking, long at) {
      this.key = key;
      this.asker = asker;
      this.thread = thread;
      this.blocking = blocking;
      this.at = at;
    }
  }

  private final ArrayDeque<Entry> entries = new ArrayDeque<>();
  private final ArrayDeque<Integer> sending = new ArrayDeque<>();

  /** Read without the lock: most programs announce nothing. */
  private volatile boolean any;

  synchronized void sendStarted(int thread) {
    if (sending.size() >= MAX_SENDING) {
      sending.poll();
    }
    sending.add(thread);
  }

  synchronized void announced(String method, URI uri, Asker asker, int thread, long now) {
    boolean blocking = sending.remove((Integer) thread);
    if (blocking) {
      for (Iterator<Entry> all = entries.iterator(); all.hasNext(); ) {
        Entry entry = all.next();
        if (entry.blocking && entry.thread == thread) {
          all.remove();
        }
      }
    }
    add(new Entry(key(method, uri), asker, thread, blocking, now));
  }

  /** The asker of a request is the asker of the one that it follows. */
  synchronized void derived(String method, URI uri, String causeMethod, URI causeUri, long now) {
    String causeKey = key(causeMethod, causeUri);
    String key = key(method, uri);
    Entry cause = null;
    for (Entry entry : entries) {
      if (entry.found && entry.key.equals(causeKey)) {
        cause = entry;
      }
    }
    if (cause != null && !isAwaited(key, cause.asker)) {
      add(new Entry(key, cause.asker, cause.thread, cause.blocking, now));
    }
  }

  private boolean isAwaited(String key, Asker asker) {
    for (Entry entry : entries) {
      if (!entry.found && entry.asker == asker && entry.key.equals(key)) {
        return true;
      }
    }
    return false;
  }

  private void add(Entry entry) {
    while (entries.size() >= MAX_ENTRIES
        || !entries.isEmpty() && entry.at - entries.peek().at > EXPIRES_AFTER_NANOS) {
      entries.poll();
    }
    entries.add(entry);
    any = true;
  }

  boolean isEmpty() {
    return !any;
  }

  /** Who announced this request, or null; each announcement is found once. */
  synchronized Asker find(HttpExchange exchange, long now) {
    String key = key(exchange);
    for (Entry entry : entries) {
      if (!entry.found && now - entry.at <= EXPIRES_AFTER_NANOS && entry.key.equals(key)) {
        entry.found = true;
        return entry.asker.hasEnded() ? stillWaiting(key, entry.asker) : entry.asker;
      }
    }
    return null;
  }

  /** An asker of the same request whose call has not ended, or else the given one. */
  private Asker stillWaiting(String key, Asker ended) {
    for (Entry entry : entries) {
      if (entry.found && entry.key.equals(key) && !entry.asker.hasEnded()) {
        return entry.asker;
      }
    }
    return ended;
  }

  private static String key(HttpExchange exchange) {
    return exchange.method()
        + " "
        + exchange.scheme()
        + "://"
        + exchange.authority()
        + exchange.target();
  }

  private static String key(String method, URI uri) {
    String scheme = lower(uri.getScheme());
    String host = lower(uri.getHost());
    int port = uri.getPort();
    boolean ownPort = port < 0 || port == (scheme.equals("https") ? 443 : 80);
    String path = uri.getRawPath();
    String query = uri.getRawQuery();
    return (method == null ? "GET" : method)
        + " "
        + scheme
        + "://"
        + host
        + (ownPort ? "" : ":" + port)
        + (path == null || path.isEmpty() ? "/" : path)
        + (query == null ? "" : "?" + query);
  }

  private static String lower(String text) {
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }
}
