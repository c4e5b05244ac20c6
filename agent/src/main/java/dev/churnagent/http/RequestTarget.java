package dev.churnagent.http;

import java.util.Arrays;

/** Takes targets apart, in their origin form and in the absolute form that proxies get. */
final class RequestTarget {
  private static final byte[] ROOT = {'/'};

  private RequestTarget() {}

  /** Sets target, and for the absolute form scheme and host too. */
  static void set(RequestHead head, byte[] bytes, int from, int to) {
    int end = Ascii.find(bytes, from, to, '#');
    boolean plain = Ascii.startsWithIgnoreCase(bytes, from, end, "http://");
    boolean secure = Ascii.startsWithIgnoreCase(bytes, from, end, "https://");
    if (!plain && !secure) {
      head.target = Arrays.copyOfRange(bytes, from, end);
      return;
    }
    head.secure = secure;
    int start = from + (secure ? 8 : 7);
    int authorityEnd = start;
    while (authorityEnd < end && bytes[authorityEnd] != '/' && bytes[authorityEnd] != '?') {
      authorityEnd++;
    }
    int at = lastAt(bytes, start, authorityEnd);
    if (at >= start) {
      head.userInfo = Arrays.copyOfRange(bytes, start, at);
    }
    head.host = authority(bytes, start, authorityEnd, secure);
    head.target = path(bytes, authorityEnd, end);
  }

  private static byte[] path(byte[] bytes, int from, int to) {
    if (from == to) {
      return ROOT;
    }
    if (bytes[from] == '/') {
      return Arrays.copyOfRange(bytes, from, to);
    }
    byte[] rooted = new byte[to - from + 1];
    rooted[0] = '/';
    System.arraycopy(bytes, from, rooted, 1, to - from);
    return rooted;
  }

  private static int lastAt(byte[] bytes, int from, int to) {
    int at = to - 1;
    while (at >= from && bytes[at] != '@') {
      at--;
    }
    return at;
  }

  /** Host and port in lower case, without credentials and without the scheme's own port. */
  static byte[] authority(byte[] bytes, int from, int to, boolean secure) {
    int start = Math.max(from, lastAt(bytes, from, to) + 1);
    String port = secure ? ":443" : ":80";
    int end = to;
    if (end - start > port.length()
        && Ascii.startsWithIgnoreCase(bytes, end - port.length(), end, port)) {
      end -= port.length();
    }
    byte[] authority = new byte[end - start];
    for (int i = 0; i < authority.length; i++) {
      authority[i] = Ascii.lower(bytes[start + i]);
    }
    return authority;
  }
}
