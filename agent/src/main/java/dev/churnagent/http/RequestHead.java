package dev.churnagent.http;

/**
 * What a request's head says. Filled in while it is read, never changed afterwards: requests with
 * the same head share one.
 */
final class RequestHead {
  final String method;
  boolean secure;
  byte[] host;
  byte[] target;
  byte[] userInfo;
  boolean expectsContinue;

  private boolean identified;
  private long identity;

  RequestHead(String method, boolean secure) {
    this.method = method;
    this.secure = secure;
  }

  /** A digest of method and URL with all their secrets. */
  long identity() {
    if (!identified) {
      identity = digest();
      identified = true;
    }
    return identity;
  }

  private long digest() {
    Digest64 digest = new Digest64();
    digest.add(method);
    digest.add(secure ? 's' : 'p');
    digest.add(host, 0, host.length);
    digest.add(0);
    digest.add(target, 0, target.length);
    if (userInfo != null) {
      digest.add(0);
      digest.add(userInfo, 0, userInfo.length);
    }
    return digest.value();
  }
}
