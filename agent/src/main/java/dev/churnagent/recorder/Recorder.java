package dev.churnagent.recorder;

import dev.churnagent.hook.EventSink;
import dev.churnagent.hook.NativeSink;
import dev.churnagent.hook.SocketProbe;
import dev.churnagent.journal.JournalWriter;
import dev.churnagent.recorder.call.Contexts;
import dev.churnagent.recorder.wire.OutgoingConnections;
import dev.churnagent.recorder.wire.WireConnection;
import dev.churnagent.recorder.wire.WireRecorder;
import java.io.FileDescriptor;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketImpl;

/**
 * Turns what the hooks see into journal events; hands each to the part that knows about it.
 *
 * <ul>
 *   <li>Each connection is told once: by the layer that owns the descriptor.
 *   <li>The event of a connect stands in the journal before the connect returns to the program.
 *   <li>One stack for each attempt, taken where the program asked for it; one at its close only if
 *       that is somebody else's.
 * </ul>
 */
public final class Recorder implements EventSink, OutgoingConnections {
  private final Faults faults;
  private final EndpointTable endpointTable;
  private final Endpoints endpoints;
  private final Connections connections;
  private final Connects connects;
  private final AsyncConnects asyncConnects;
  private final Closes closes;
  private final CustomSockets custom;
  private final NativeConnects natives;

  /** Connections only: nobody is told on whose behalf they are opened. */
  public Recorder(JournalWriter journal, Faults faults, SocketProbe probe) {
    this(journal, faults, probe, new StackRecorder(journal, faults), null);
  }

  /**
   * Creates it; nothing is recorded before it is set as the hook's sink.
   *
   * @param probe looks at sockets before they are closed
   * @param contexts told of each new connection on its thread, or null
   */
  public Recorder(
      JournalWriter journal,
      Faults faults,
      SocketProbe probe,
      StackRecorder stacks,
      Contexts contexts) {
    this.faults = faults;
    this.endpointTable = new EndpointTable(journal, faults);
    this.endpoints = new Endpoints(endpointTable);
    this.connections = new Connections(journal, stacks, endpoints, contexts);
    this.connects = new Connects(connections, stacks, endpoints);
    this.asyncConnects = new AsyncConnects(connections, stacks, endpoints);
    this.closes = new Closes(connections, probe);
    this.custom = new CustomSockets(connects, closes);
    this.natives = new NativeConnects(connections, stacks, endpoints, closes, probe, faults);
    connections.setCustom(custom);
  }

  /** Records what libraries open past the JDK. */
  public NativeSink natives() {
    return natives;
  }

  /**
   * Tells the wire recorder of closes, from now on; before this is set as the hook's sink. That one
   * finds the connections by {@link #wireOf}.
   */
  public void setWire(WireRecorder wire) {
    connections.setWire(wire);
  }

  /** What was connected to so far, for any thread. */
  public KnownEndpoints endpoints() {
    return endpointTable;
  }

  /** Rings when a connect failed for want of a port. */
  public PortAlarm portAlarm() {
    return connections.portAlarm();
  }

  /** Ends the recording: tells of what is closed only by half, and of unanswered requests. */
  public void finish() {
    closes.finish();
    connections.finish();
  }

  @Override
  public WireConnection wireOf(FileDescriptor fd) {
    return connections.wireOf(fd);
  }

  @Override
  public void connectRequested(SocketImpl socket, SocketAddress requested) {
    connects.requested(socket, requested);
  }

  @Override
  public void tunnelRequested(SocketAddress requested) {
    endpoints.tunnelRequested(requested);
  }

  @Override
  public Object connectStarted(FileDescriptor fd, boolean bound) {
    return connects.started(fd, bound);
  }

  @Override
  public void socketConnectEnded(
      Object token,
      InetAddress address,
      int port,
      SocketAddress remote,
      int localPort,
      Throwable thrown) {
    if (token instanceof ConnectionEntry entry) {
      connects.socketEnded(entry, address, port, remote, localPort, thrown);
    }
  }

  @Override
  public void channelConnectEnded(
      Object token,
      SocketAddress remote,
      SocketAddress local,
      boolean connected,
      Throwable thrown) {
    if (token instanceof ConnectionEntry entry) {
      connects.channelEnded(entry, remote, local, connected, thrown);
    }
  }

  @Override
  public Object finishStarted(FileDescriptor fd) {
    return connects.finishStarted(fd);
  }

  @Override
  public void finishEnded(
      Object token,
      SocketAddress remote,
      SocketAddress local,
      boolean connected,
      Throwable thrown) {
    if (token instanceof ConnectionEntry entry) {
      connects.finishEnded(entry, remote, local, connected, thrown);
    }
  }

  @Override
  public Object asyncConnectStarted(FileDescriptor fd, SocketAddress remote, boolean bound) {
    return asyncConnects.started(fd, remote, bound);
  }

  @Override
  public void asyncConnectReturned(Object token, Throwable thrown) {
    asyncConnects.returned((ConnectionEntry) token, thrown);
  }

  @Override
  public void asyncFinishStarted(FileDescriptor fd) {
    asyncConnects.finishStarted(fd);
  }

  @Override
  public void asyncConnected(FileDescriptor fd, SocketAddress local) {
    asyncConnects.connected(fd, local);
  }

  @Override
  public void asyncFinishStartedOn(Object channel) {
    asyncConnects.finishStartedOn(channel);
  }

  @Override
  public void asyncConnectedOn(Object channel) {
    asyncConnects.connectedOn(channel);
  }

  @Override
  public void socketFailed(Throwable thrown) {
    asyncConnects.failed(thrown);
  }

  @Override
  public void closing(FileDescriptor fd) {
    closes.closing(fd);
  }

  @Override
  public void programClosing(FileDescriptor fd, boolean shutsDownFirst) {
    closes.programClosing(fd, shutsDownFirst);
  }

  @Override
  public void outputShutDown(FileDescriptor fd) {
    closes.outputShutDown(fd);
  }

  @Override
  public void lingerSet(FileDescriptor fd, Object seconds) {
    closes.lingerSet(fd, seconds);
  }

  @Override
  public Object customConnectStarted(Socket socket) {
    return custom.connectStarted();
  }

  @Override
  public void customConnectEnded(
      Object token, Socket socket, SocketAddress remote, Throwable thrown) {
    custom.connectEnded(token, socket, remote, thrown);
  }

  @Override
  public void customClosing(Socket socket) {
    custom.closing(socket);
  }

  @Override
  public void hookFailed(Throwable fault) {
    faults.missed(fault);
  }
}
