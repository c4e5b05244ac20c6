package dev.churnagent.recorder.wire;

import dev.churnagent.http.Digest64;
import dev.churnagent.http.HttpExchange;
import dev.churnagent.http.Redaction;
import dev.churnagent.model.KeyBasis;
import dev.churnagent.model.RequestKey;
import dev.churnagent.model.RequestKind;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Numbers of HTTP requests. A known request costs a hash of its bytes; the texts of a key are made
 * once for each, and from them everything secret is left out.
 *
 * <p>Where something was left out, the fingerprint and the body's digest are salted with a random
 * number of this run that is written nowhere: otherwise a short secret could be found by trying.
 * All others are unsalted, so that the same requests of several runs can be merged.
 */
final class HttpKeys {
  /** More different requests than this are looked up the slow way. */
  private static final int MAX_KNOWN = 1 << 14;

  /** A longer text is of no use to anybody; the fingerprint has the whole. */
  private static final int MAX_TEXT = 1024;

  private final RequestIds ids;
  private final Redaction redaction;
  private final long salt;
  private final ConcurrentHashMap<Long, Integer> known = new ConcurrentHashMap<>();

  HttpKeys(RequestIds ids, Redaction redaction, long salt) {
    this.ids = ids;
    this.redaction = redaction;
    this.salt = salt;
  }

  /** Whether this number stands for several requests. */
  boolean isShared(int id) {
    return ids.isShared(id);
  }

  int idOf(HttpExchange exchange) {
    long identity = identity(exchange);
    Integer id = known.get(identity);
    if (id != null) {
      return id;
    }
    int made = ids.idOf(key(exchange, identity));
    if (known.size() < MAX_KNOWN) {
      known.put(identity, made);
    }
    return made;
  }

  private static long identity(HttpExchange exchange) {
    return exchange.isRequestWhole() ? exchange.identity() : ~exchange.identity();
  }

  RequestKey key(HttpExchange exchange) {
    return key(exchange, identity(exchange));
  }

  private RequestKey key(HttpExchange exchange, long identity) {
    String target = exchange.target();
    int question = target.indexOf('?');
    String path = question < 0 ? target : target.substring(0, question);
    String query = question < 0 ? "" : target.substring(question + 1);
    String shownPath = redaction.path(path);
    String shownQuery = redaction.query(query);
    boolean secretBody =
        exchange.bodyLength() > 0 && redaction.mentionsSecret(exchange.bodyStart());
    boolean salted =
        secretBody
            || exchange.hadUserInfo()
            || shownPath.contains(Redaction.REPLACEMENT)
            || shownQuery.contains(Redaction.REPLACEMENT);
    String url = exchange.scheme() + "://" + exchange.authority() + shownPath;
    return new RequestKey(
        RequestKind.HTTP,
        -1,
        exchange.method() + " " + bounded(url),
        arguments(shownQuery, exchange, secretBody),
        exchange.isRequestWhole() ? KeyBasis.VALUE : KeyBasis.BOUNDED,
        salted ? Digest64.mix(identity, salt) : identity);
  }

  private String arguments(String query, HttpExchange exchange, boolean secretBody) {
    StringBuilder text = new StringBuilder(query.length() + 24);
    if (!query.isEmpty()) {
      text.append(bounded(query));
    }
    if (exchange.bodyLength() > 0) {
      long digest = exchange.bodyDigest();
      text.append(text.length() > 0 ? " body " : "body ");
      hex(secretBody ? Digest64.mix(digest, salt) : digest, text);
    }
    return text.toString();
  }

  private static String bounded(String text) {
    return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "..." : text;
  }

  private static void hex(long value, StringBuilder text) {
    for (int shift = 60; shift >= 0; shift -= 4) {
      text.append("0123456789abcdef".charAt((int) (value >>> shift) & 15));
    }
  }
}
