package dev.churnagent.it.clients;

import java.net.Socket;

/** Connects by {@code java.net.Socket} on a {@code SocketImpl} of the program's own. */
public final class CustomImplClients {
  private CustomImplClients() {}

  /** Arguments: {@code channel} or {@code memory}, then the methods to run. */
  @SuppressWarnings("deprecation")
  public static void main(String... arguments) throws Exception {
    boolean overChannel = arguments[0].equals("channel");
    Socket.setSocketImplFactory(() -> overChannel ? new ChannelSocketImpl() : new EchoSocketImpl());
    Program.run(
        CustomImplClients.class, java.util.Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  static void constructor(int port) throws Exception {
    try (Socket socket = new Socket(Addresses.loopback(), port)) {
      Ping.over(socket);
    }
  }

  static void connectThenCloseTwice(int port) throws Exception {
    Socket socket = new Socket();
    socket.connect(Addresses.loopback(port), 20_000);
    Ping.over(socket);
    socket.close();
    socket.close();
  }
}
