package dev.churnagent.it.clients;

import java.net.Socket;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Connects by TLS sockets. */
public final class TlsSockets {
  private TlsSockets() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) throws Exception {
    Program.run(TlsSockets.class, arguments);
  }

  static void direct(int port) throws Exception {
    try (Socket socket = factory().createSocket("127.0.0.1", port)) {
      Ping.over(socket);
    }
  }

  static void connectedLater(int port) throws Exception {
    try (Socket socket = factory().createSocket()) {
      socket.connect(Addresses.loopback(port), 20_000);
      ((SSLSocket) socket).startHandshake();
      Ping.over(socket);
    }
  }

  static void layered(int port) throws Exception {
    Socket plain = new Socket(Addresses.loopback(), port);
    try (Socket socket = factory().createSocket(plain, "127.0.0.1", port, true)) {
      Ping.over(socket);
    }
  }

  private static SSLSocketFactory factory() throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new TrustAll()}, null);
    return context.getSocketFactory();
  }

  /** The certificate is not what is tested here. */
  private static final class TrustAll implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
