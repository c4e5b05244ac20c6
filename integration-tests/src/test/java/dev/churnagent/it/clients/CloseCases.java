package dev.churnagent.it.clients;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Every way in which a connection ends, one method each: the method is the call site if only this
 * class is application code. Prints, for each, what the kernel makes of it.
 */
public final class CloseCases {
  private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final int UNREAD_TIMES = 10;
  private static final List<Wire> KEPT = new ArrayList<>();

  private final int peerPort;
  private final Wire.Opener opener;
  private final boolean lingers;

  private CloseCases(int peerPort, Wire.Opener opener, boolean lingers) {
    this.peerPort = peerPort;
    this.opener = opener;
    this.lingers = lingers;
  }

  /** Arguments: the kind of wire, the port of the scripted peer, and maybe {@code unread}. */
  public static void main(String... arguments) throws Exception {
    int port = Integer.parseInt(arguments[1]);
    CloseCases cases =
        new CloseCases(
            port, Wires.opener(arguments[0], port), !arguments[0].equals("ASYNC_CHANNEL"));
    if (arguments[0].startsWith("VIRTUAL")) {
      Program.inVirtualThread(
          () -> {
            cases.run(arguments.length > 2);
            return null;
          });
    } else {
      cases.run(arguments.length > 2);
    }
    System.out.println("done");
  }

  private void run(boolean unread) throws Exception {
    if (unread) {
      runUnread();
    } else {
      runAll();
    }
  }

  /** Unread data, when the peer's own end comes before our close or in the middle of it. */
  private void runUnread() throws Exception {
    for (int i = 0; i < UNREAD_TIMES; i++) {
      tell("dataAndEndUnread", dataAndEndUnread());
      tell("dataUnreadByPeerThatAnswers", dataUnreadByPeerThatAnswers());
    }
  }

  private void runAll() throws Exception {
    tell("closed", closed());
    tell("readToEnd", readToEnd());
    tell("endUnread", endUnread());
    if (lingers) {
      tell("lingerZero", lingerZero());
    }
    tell("peerReset", peerReset());
    tell("peerResetRead", peerResetRead());
    tell("dataUnread", dataUnread());
    tell("halfClosedByUs", halfClosedByUs());
    tell("halfClosedByPeer", halfClosedByPeer());
    tell("closedTwice", closedTwice());
    tell("closedByStreams", closedByStreams());
    tell("closedDuringRead", closedDuringRead());
    tell("livedLonger", livedLonger());
    KEPT.add(keptOpen());
  }

  private void tell(String method, int port) throws IOException {
    String verdict = TcpTable.verdict(port, peerPort);
    System.out.printf(Locale.ROOT, "%s: %s%n", method, verdict);
  }

  private int closed() throws IOException {
    Wire wire = opener.open();
    ping(wire);
    int port = wire.localPort();
    wire.close();
    return port;
  }

  private int readToEnd() throws IOException {
    Wire wire = opener.open();
    int port = wire.localPort();
    wire.send('f');
    expect(wire.read(), -1);
    wire.close();
    return port;
  }

  private int endUnread() throws IOException {
    Wire wire = opener.open();
    int port = wire.localPort();
    wire.send('f');
    TcpTable.awaitEndOfStream(port, peerPort);
    wire.close();
    return port;
  }

  private int lingerZero() throws IOException {
    Wire wire = opener.open();
    ping(wire);
    int port = wire.localPort();
    wire.lingerZero();
    wire.close();
    return port;
  }

  private int peerReset() throws IOException {
    Wire wire = opener.open();
    int port = wire.localPort();
    wire.send('r');
    TcpTable.awaitGone(port, peerPort);
    wire.close();
    return port;
  }

  private int peerResetRead() throws IOException {
    Wire wire = opener.open();
    int port = wire.localPort();
    wire.send('r');
    try {
      throw new IllegalStateException("read " + wire.read());
    } catch (IOException e) {
      // Connection reset: what the program learns of it.
      wire.close();
    }
    return port;
  }

  private int dataUnread() throws IOException {
    Wire wire = opener.open();
    int port = wire.localPort();
    wire.send('d');
    TcpTable.awaitUnread(port, peerPort);
    wire.close();
    return port;
  }

  private int dataUnreadByPeerThatAnswers() throws IOException {
    Wire wire = opener.open();
    int port = wire.localPort();
    wire.send('u');
    TcpTable.awaitUnread(port, peerPort);
    wire.close();
    return port;
  }

  private int dataAndEndUnread() throws IOException {
    Wire wire = opener.open();
    int port = wire.localPort();
    wire.send('b');
    TcpTable.awaitEndOfStream(port, peerPort);
    wire.close();
    return port;
  }

  private int halfClosedByUs() throws IOException {
    Wire wire = opener.open();
    ping(wire);
    int port = wire.localPort();
    wire.shutdownOutput();
    expect(wire.read(), -1);
    wire.close();
    return port;
  }

  private int halfClosedByPeer() throws IOException {
    Wire wire = opener.open();
    int port = wire.localPort();
    wire.send('f');
    expect(wire.read(), -1);
    wire.shutdownOutput();
    wire.close();
    return port;
  }

  private int closedTwice() throws IOException {
    Wire wire = opener.open();
    ping(wire);
    int port = wire.localPort();
    wire.close();
    wire.close();
    return port;
  }

  private int closedByStreams() throws IOException {
    Wire wire = opener.open();
    ping(wire);
    int port = wire.localPort();
    wire.closeStreams();
    return port;
  }

  private int closedDuringRead() throws Exception {
    Wire wire = opener.open();
    ping(wire);
    int port = wire.localPort();
    CompletableFuture<Void> ended = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              try {
                ended.completeExceptionally(new IllegalStateException("read " + wire.read()));
              } catch (IOException e) {
                ended.complete(null);
              }
            });
    reader.start();
    while (!isInsideRead(reader)) {
      Thread.onSpinWait();
    }
    wire.close();
    ended.get(20, TimeUnit.SECONDS);
    return port;
  }

  /** Waits in native code, or parked for a result. */
  private static boolean isInsideRead(Thread reader) {
    StackTraceElement[] stack = reader.getStackTrace();
    boolean reading = false;
    for (StackTraceElement frame : stack) {
      reading |= frame.getMethodName().equals("read");
    }
    return reading && (stack[0].isNativeMethod() || stack[0].getMethodName().startsWith("park"));
  }

  private int livedLonger() throws IOException {
    long outside = System.nanoTime();
    Wire wire = opener.open();
    long inside = System.nanoTime();
    while (System.nanoTime() - inside < LONG_NANOS) {
      ping(wire);
    }
    int port = wire.localPort();
    long least = System.nanoTime() - inside;
    wire.close();
    long most = System.nanoTime() - outside;
    System.out.printf(Locale.ROOT, "least millis: %d%n", TimeUnit.NANOSECONDS.toMillis(least));
    System.out.printf(Locale.ROOT, "most millis: %d%n", TimeUnit.NANOSECONDS.toMillis(most) + 1);
    return port;
  }

  private Wire keptOpen() throws IOException {
    Wire wire = opener.open();
    ping(wire);
    return wire;
  }

  private static void ping(Wire wire) throws IOException {
    wire.send('a');
    expect(wire.read(), 'a');
  }

  private static void expect(int actual, int expected) throws IOException {
    if (actual != expected) {
      throw new IOException("read " + actual + " instead of " + expected);
    }
  }
}
