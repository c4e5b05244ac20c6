package dev.churnagent.it.clients;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;

/** Connects through proxies; the port is that of the proxy, the name that of a device. */
public final class ProxiedSockets {
  private static final int DEVICE_PORT = 8100;

  private ProxiedSockets() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) throws Exception {
    Program.run(ProxiedSockets.class, arguments);
  }

  static void socksByName(int proxyPort) throws Exception {
    Proxy proxy = new Proxy(Proxy.Type.SOCKS, Addresses.loopback(proxyPort));
    try (Socket socket = new Socket(proxy)) {
      socket.connect(InetSocketAddress.createUnresolved("socks.device.test", DEVICE_PORT));
      Ping.over(socket);
    }
  }

  static void httpTunnel(int proxyPort) throws Exception {
    Proxy proxy = new Proxy(Proxy.Type.HTTP, Addresses.loopback(proxyPort));
    try (Socket socket = new Socket(proxy)) {
      socket.connect(InetSocketAddress.createUnresolved("tunnel.device.test", DEVICE_PORT));
      Ping.over(socket);
    }
  }

  /** The proxy is that of {@code -DsocksProxyHost}; the argument is the port of the device. */
  static void socksBySystemProperty(int devicePort) throws Exception {
    try (Socket socket = new Socket("device.test", devicePort)) {
      Ping.over(socket);
    }
  }
}
