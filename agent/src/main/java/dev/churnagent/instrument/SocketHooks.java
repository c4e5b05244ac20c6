package dev.churnagent.instrument;

import dev.churnagent.instrument.socket.AdaptorConnectAdvice;
import dev.churnagent.instrument.socket.AsyncCloseAdvice;
import dev.churnagent.instrument.socket.AsyncConnectAdvice;
import dev.churnagent.instrument.socket.AsyncConnectedAdvice;
import dev.churnagent.instrument.socket.AsyncFinishAdvice;
import dev.churnagent.instrument.socket.ChannelCloseAdvice;
import dev.churnagent.instrument.socket.ChannelConnectAdvice;
import dev.churnagent.instrument.socket.CustomCloseAdvice;
import dev.churnagent.instrument.socket.CustomConnectAdvice;
import dev.churnagent.instrument.socket.DescriptorCloseAdvice;
import dev.churnagent.instrument.socket.FinishConnectAdvice;
import dev.churnagent.instrument.socket.ShutdownOutputAdvice;
import dev.churnagent.instrument.socket.SocketCloseAdvice;
import dev.churnagent.instrument.socket.SocketConnectAdvice;
import dev.churnagent.instrument.socket.SocketFailureAdvice;
import dev.churnagent.instrument.socket.SocketOptionAdvice;
import dev.churnagent.instrument.socket.SocksConnectAdvice;
import dev.churnagent.instrument.socket.TunnelConnectAdvice;
import dev.churnagent.instrument.socket.WindowsConnectedAdvice;
import dev.churnagent.instrument.socket.WindowsFailedAdvice;
import java.io.IOException;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Which methods of this JDK are hooked. The lowest Java layer that every path crosses: {@code
 * NioSocketImpl} below every {@code java.net.Socket}, {@code SocketChannelImpl} below every channel
 * and adaptor, and the dispatcher's close below all of them. Read from the sources of JDK 17 and
 * 25.
 */
final class SocketHooks {
  private static final String SOCKET = "sun/nio/ch/NioSocketImpl";
  private static final String CHANNEL = "sun/nio/ch/SocketChannelImpl";
  private static final String UNIX_ASYNC = "sun/nio/ch/UnixAsynchronousSocketChannelImpl";
  private static final String WINDOWS_ASYNC = "sun/nio/ch/WindowsAsynchronousSocketChannelImpl";
  private static final String IMPL_CONNECT =
      "(Ljava/net/SocketAddress;Ljava/lang/Object;Ljava/nio/channels/CompletionHandler;)"
          + "Ljava/util/concurrent/Future;";
  private static final String CONNECT = "(Ljava/net/SocketAddress;I)V";

  private SocketHooks() {}

  /** The hooks for the running JDK on this kind of system. */
  static List<Hook> of(boolean windows) {
    List<Hook> hooks = new ArrayList<>();
    hooks.add(new Hook(SOCKET, "connect", CONNECT, SocketConnectAdvice.class));
    hooks.add(new Hook(SOCKET, "close", "()V", SocketCloseAdvice.class));
    hooks.add(new Hook(SOCKET, "shutdownOutput", "()V", ShutdownOutputAdvice.class));
    hooks.add(
        new Hook(CHANNEL, "connect", "(Ljava/net/SocketAddress;)Z", ChannelConnectAdvice.class));
    hooks.add(
        new Hook(
            CHANNEL,
            "blockingConnect",
            "(Ljava/net/SocketAddress;J)V",
            AdaptorConnectAdvice.class));
    hooks.add(new Hook(CHANNEL, "finishConnect", "()Z", FinishConnectAdvice.class));
    hooks.add(new Hook(CHANNEL, "implCloseSelectableChannel", "()V", ChannelCloseAdvice.class));
    hooks.add(
        new Hook(
            CHANNEL,
            "shutdownOutput",
            "()Ljava/nio/channels/SocketChannel;",
            ShutdownOutputAdvice.class));
    hooks.add(
        new Hook(
            "sun/nio/ch/Net",
            "setSocketOption",
            "(Ljava/io/FileDescriptor;Ljava/net/ProtocolFamily;Ljava/net/SocketOption;"
                + "Ljava/lang/Object;)V",
            SocketOptionAdvice.class));
    hooks.add(new Hook("java/net/SocksSocketImpl", "connect", CONNECT, SocksConnectAdvice.class));
    hooks.add(
        new Hook("java/net/HttpConnectSocketImpl", "connect", CONNECT, TunnelConnectAdvice.class));
    hooks.add(new Hook("java/net/Socket", "connect", CONNECT, CustomConnectAdvice.class));
    hooks.add(new Hook("java/net/Socket", "close", "()V", CustomCloseAdvice.class));
    addDescriptorClose(hooks);
    if (windows) {
      addWindowsAsynchronous(hooks);
    } else {
      addUnixAsynchronous(hooks);
    }
    hooks.add(
        new Hook(
            "sun/nio/ch/AsynchronousSocketChannelImpl",
            "shutdownOutput",
            "()Ljava/nio/channels/AsynchronousSocketChannel;",
            ShutdownOutputAdvice.class));
    addFailure(hooks, "sun.net.util.SocketExceptions", "of");
    addFailure(hooks, "jdk.internal.util.Exceptions", "ioException");
    return hooks;
  }

  /** Later JDKs moved the Unix dispatchers' common part to a class of its own. */
  private static void addDescriptorClose(List<Hook> hooks) {
    hooks.add(
        new Hook(
            exists("sun.nio.ch.UnixDispatcher")
                ? "sun/nio/ch/UnixDispatcher"
                : "sun/nio/ch/SocketDispatcher",
            "close",
            "(Ljava/io/FileDescriptor;)V",
            DescriptorCloseAdvice.class));
  }

  private static void addUnixAsynchronous(List<Hook> hooks) {
    hooks.add(new Hook(UNIX_ASYNC, "implConnect", IMPL_CONNECT, AsyncConnectAdvice.class));
    hooks.add(new Hook(UNIX_ASYNC, "finishConnect", "(Z)V", AsyncFinishAdvice.class));
    hooks.add(new Hook(UNIX_ASYNC, "setConnected", "()V", AsyncConnectedAdvice.class));
  }

  /** Read from the sources of JDK 17 and 25 for Windows; not tried on Windows. */
  private static void addWindowsAsynchronous(List<Hook> hooks) {
    String task = WINDOWS_ASYNC + "$ConnectTask";
    hooks.add(new Hook(WINDOWS_ASYNC, "implConnect", IMPL_CONNECT, AsyncConnectAdvice.class));
    hooks.add(new Hook(WINDOWS_ASYNC, "implClose", "()V", AsyncCloseAdvice.class));
    hooks.add(new Hook(task, "completed", "(IZ)V", WindowsFailedAdvice.class));
    hooks.add(new Hook(task, "failed", "(ILjava/io/IOException;)V", WindowsFailedAdvice.class));
    hooks.add(new Hook(task, "afterConnect", "()V", WindowsConnectedAdvice.class));
  }

  /** Updates of JDK 17 moved this method to where JDK 25 has it. */
  private static void addFailure(List<Hook> hooks, String type, String method) {
    if (declares(type, method)) {
      hooks.add(
          new Hook(
              type.replace('.', '/'),
              method,
              "(Ljava/io/IOException;Ljava/net/SocketAddress;)Ljava/io/IOException;",
              SocketFailureAdvice.class));
    }
  }

  private static boolean declares(String type, String method) {
    try {
      Class.forName(type, false, null)
          .getDeclaredMethod(method, IOException.class, SocketAddress.class);
      return true;
    } catch (ClassNotFoundException | NoSuchMethodException e) {
      return false;
    }
  }

  private static boolean exists(String type) {
    try {
      Class.forName(type, false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
