package dev.churnagent.it.fetch.client;

/** The HTTP clients that programs are run with. */
public enum ClientKind {
  /**
   * {@code java.net.http.HttpClient#send}, which asks for HTTP/2 by an upgrade that is declined.
   */
  JDK,
  /** {@code HttpClient#sendAsync}, joined, HTTP/1.1 only. */
  JDK_ASYNC,
  /** {@code HttpURLConnection}. */
  URL_CONNECTION,
  /** OkHttp. */
  OKHTTP,
  /** Apache HttpClient 5, classic. */
  APACHE_5,
  /** Apache HttpClient 4. */
  APACHE_4,
  /** A home-made one on asynchronous channels and their futures. */
  ASYNC_FUTURES,
  /** The same with handlers, on another thread. */
  ASYNC_HANDLERS;

  /** Whether it speaks TLS. */
  public boolean isSecure() {
    return this != ASYNC_FUTURES && this != ASYNC_HANDLERS;
  }
}
