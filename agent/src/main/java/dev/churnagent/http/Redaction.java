package dev.churnagent.http;

import java.util.List;
import java.util.Locale;

/**
 * Makes URLs fit for a report: what looks like a credential is replaced. Rather too much than too
 * little; requests are told apart by their fingerprint, which has the true values.
 */
public final class Redaction {
  /** Parts of the names whose values are replaced, unless the user says otherwise. */
  public static final List<String> DEFAULT_NAMES =
      List.of(
          "password",
          "passwd",
          "pwd",
          "passphrase",
          "token",
          "secret",
          "key",
          "auth",
          "signature",
          "sig",
          "session",
          "code",
          "credential",
          "jwt",
          "saml",
          "ticket");

  /** What stands in the place of a secret. */
  public static final String REPLACEMENT = "[redacted]";

  private final String[] names;

  /**
   * Creates it.
   *
   * @param names parts of names, in any case; an empty list redacts only what looks like a
   *     credential by itself
   */
  public Redaction(List<String> names) {
    this.names = new String[names.size()];
    for (int i = 0; i < this.names.length; i++) {
      this.names[i] = names.get(i).toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A query without its secrets; also for a form in a body.
   *
   * @param query without the question mark
   */
  public String query(String query) {
    StringBuilder text = new StringBuilder(query.length());
    int at = 0;
    while (at <= query.length()) {
      int end = at;
      while (end < query.length() && query.charAt(end) != '&' && query.charAt(end) != ';') {
        end++;
      }
      pair(query, at, end, text);
      if (end < query.length()) {
        text.append(query.charAt(end));
      }
      at = end + 1;
    }
    return text.toString();
  }

  private void pair(String query, int from, int to, StringBuilder text) {
    int equals = query.indexOf('=', from);
    if (equals < 0 || equals >= to) {
      String lone = query.substring(from, to);
      text.append(CredentialLook.isCredential(decoded(lone)) ? REPLACEMENT : lone);
      return;
    }
    String value = query.substring(equals + 1, to);
    text.append(query, from, equals + 1);
    boolean secret =
        !value.isEmpty()
            && (isSecretName(query.substring(from, equals)) || hasCredential(decoded(value)));
    text.append(secret ? REPLACEMENT : value);
  }

  private static boolean hasCredential(String value) {
    int scheme = value.indexOf("://");
    return CredentialLook.isCredential(value) || scheme >= 0 && value.indexOf('@', scheme) > 0;
  }

  /**
   * A path without the segments that look like credentials, those that follow a segment like {@code
   * token}, and the values of secret path parameters ({@code ;jsessionid=...}).
   */
  public String path(String path) {
    StringBuilder text = new StringBuilder(path.length());
    String before = "";
    int at = 0;
    while (at <= path.length()) {
      int slash = path.indexOf('/', at);
      int end = slash < 0 ? path.length() : slash;
      String segment = path.substring(at, end);
      text.append(segment(segment, before));
      if (slash >= 0) {
        text.append('/');
      }
      before = segment;
      at = end + 1;
    }
    return text.toString();
  }

  private String segment(String segment, String before) {
    int semicolon = segment.indexOf(';');
    if (semicolon >= 0) {
      return segment(segment.substring(0, semicolon), before)
          + ";"
          + query(segment.substring(semicolon + 1));
    }
    String decoded = decoded(segment);
    boolean secret =
        CredentialLook.isCredential(decoded)
            || CredentialLook.isAnnounced(before) && CredentialLook.hasDigit(decoded);
    return secret ? REPLACEMENT : segment;
  }

  /** Whether a name, percent-encoded or not, is that of a secret. */
  public boolean isSecretName(String name) {
    return mentionsSecret(decoded(name));
  }

  /** Whether one of the names stands anywhere in the text. */
  public boolean mentionsSecret(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String name : names) {
      if (lower.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** Percent-decoded, leniently; characters beyond ASCII are of no interest here. */
  static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean encoded =
          c == '%'
              && i + 2 < text.length()
              && Ascii.hex(text.charAt(i + 1)) >= 0
              && Ascii.hex(text.charAt(i + 2)) >= 0;
      if (encoded) {
        decoded.append((char) (Ascii.hex(text.charAt(i + 1)) << 4 | Ascii.hex(text.charAt(i + 2))));
        i += 2;
      } else {
        decoded.append(c);
      }
    }
    return decoded.toString();
  }
}
