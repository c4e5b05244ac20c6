package dev.churnagent.it.support;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A proxy for SOCKS 4, 4a and 5 and for HTTP's CONNECT, whichever its client speaks. Every name
 * leads to loopback. Lives in the test's JVM.
 */
public final class RelayProxy extends Relay {
  private static final byte[] SOCKS4_GRANTED = {0, 90, 0, 0, 0, 0, 0, 0};
  private static final byte[] SOCKS5_GRANTED = {5, 0, 0, 1, 0, 0, 0, 0, 0, 0};

  private final boolean wantsLogin;
  private final Queue<String> destinations = new ConcurrentLinkedQueue<>();

  private RelayProxy(boolean wantsLogin) {
    this.wantsLogin = wantsLogin;
  }

  /** Listens on a free loopback port; with SOCKS 5, wants any name and password or none. */
  public static RelayProxy start(boolean wantsLogin) {
    RelayProxy proxy = new RelayProxy(wantsLogin);
    proxy.start();
    return proxy;
  }

  /** What was asked for, in order. */
  public Queue<String> destinations() {
    return destinations;
  }

  @Override
  void serve(Socket client, InputStream stream, OutputStream out) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    int first = in.readUnsignedByte();
    switch (first) {
      case 5 -> relay(client, socks5(in, out), SOCKS5_GRANTED);
      case 4 -> relay(client, socks4(in), SOCKS4_GRANTED);
      default -> relay(client, tunnel(first, in), ascii("HTTP/1.1 200 Opened\r\n\r\n"));
    }
  }

  private int socks5(DataInputStream in, OutputStream out) throws IOException {
    in.skipNBytes(in.readUnsignedByte());
    out.write(new byte[] {5, (byte) (wantsLogin ? 2 : 0)});
    if (wantsLogin) {
      in.skipNBytes(1);
      in.skipNBytes(in.readUnsignedByte());
      in.skipNBytes(in.readUnsignedByte());
      out.write(new byte[] {1, 0});
    }
    in.skipNBytes(3);
    int kind = in.readUnsignedByte();
    byte[] address = new byte[kind == 1 ? 4 : kind == 4 ? 16 : in.readUnsignedByte()];
    in.readFully(address);
    String host =
        kind == 3
            ? new String(address, StandardCharsets.ISO_8859_1)
            : InetAddress.getByAddress(address).getHostAddress();
    return asked(host, in.readUnsignedShort());
  }

  private int socks4(DataInputStream in) throws IOException {
    in.skipNBytes(1);
    int port = in.readUnsignedShort();
    String host = InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
    upTo(in, "\0");
    return asked(host.startsWith("0.0.0.") ? upTo(in, "\0") : host, port);
  }

  private int tunnel(int first, InputStream in) throws IOException {
    String[] words = ((char) first + upTo(in, "\r\n\r\n")).split(" ");
    if (!words[0].equals("CONNECT")) {
      throw new IOException("no tunnel: " + words[0]);
    }
    int colon = words[1].lastIndexOf(':');
    return asked(words[1].substring(0, colon), Integer.parseInt(words[1].substring(colon + 1)));
  }

  private int asked(String host, int port) {
    destinations.add(host + ":" + port);
    return port;
  }

  private static String upTo(InputStream in, String end) throws IOException {
    StringBuilder text = new StringBuilder();
    while (!text.toString().endsWith(end)) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("after " + text);
      }
      text.append((char) next);
    }
    return text.substring(0, text.length() - end.length());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
