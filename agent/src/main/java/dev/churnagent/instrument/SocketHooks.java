package dev.churnagent.instrument;

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
import dev.churnagent.instrument.socket.SocketLingerAdvice;
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
  private static final String UNIX_ASYNC = "sun/nio/ch/UnixAsynchronousSocketChannelImpl";
  private static final String WINDOWS_ASYNC = "sun/nio/ch/WindowsAsynchronousSocketChannelImpl";
  private static final String CONNECT = "(Ljava/net/SocketAddress;I)V";
  private static final String IMPL_CONNECT =
      "(Ljava/net/SocketAddress;Ljava/lang/Object;Ljava/nio/channels/CompletionHandler;)"
          + "Ljava/util/concurrent/Future;";

  private SocketHooks() {}

  /** The hooks for the running JDK on this kind of system. */
  static List<HookedClass> of(boolean windows) {
    List<HookedClass> classes = new ArrayList<>();
    classes.add(WireHooks.addSocket(socket()));
    classes.add(WireHooks.addChannel(channel()));
    classes.add(descriptorClose());
    addFailure(classes, "sun.net.util.SocketExceptions", "of");
    addFailure(classes, "jdk.internal.util.Exceptions", "ioException");
    classes.add(
        HookedClass.late("java/net/SocksSocketImpl")
            .with("connect", CONNECT, SocksConnectAdvice.class));
    classes.add(
        HookedClass.late("java/net/HttpConnectSocketImpl")
            .with("connect", CONNECT, TunnelConnectAdvice.class));
    classes.add(
        HookedClass.late("java/net/Socket")
            .with("connect", CONNECT, CustomConnectAdvice.class)
            .with("close", "()V", CustomCloseAdvice.class));
    classes.add(asynchronous());
    if (windows) {
      addWindowsAsynchronous(classes);
    } else {
      classes.add(AsyncWireHooks.addUnix(unixAsynchronous()));
    }
    WireHooks.addTls(classes);
    WireHooks.addHttpClient(classes);
    return classes;
  }

  private static HookedClass socket() {
    return HookedClass.early("sun/nio/ch/NioSocketImpl")
        .with("connect", CONNECT, SocketConnectAdvice.class)
        .with("close", "()V", SocketCloseAdvice.class)
        .with("shutdownOutput", "()V", ShutdownOutputAdvice.class)
        .with("setOption", "(ILjava/lang/Object;)V", SocketLingerAdvice.class)
        .with(
            "setOption", "(Ljava/net/SocketOption;Ljava/lang/Object;)V", SocketOptionAdvice.class);
  }

  private static HookedClass channel() {
    return HookedClass.early("sun/nio/ch/SocketChannelImpl")
        .with("connect", "(Ljava/net/SocketAddress;)Z", ChannelConnectAdvice.class)
        .with("blockingConnect", "(Ljava/net/SocketAddress;J)V", ChannelConnectAdvice.class)
        .with("finishConnect", "()Z", FinishConnectAdvice.class)
        .with("implCloseSelectableChannel", "()V", ChannelCloseAdvice.class)
        .with("shutdownOutput", "()Ljava/nio/channels/SocketChannel;", ShutdownOutputAdvice.class)
        .with(
            "setOption",
            "(Ljava/net/SocketOption;Ljava/lang/Object;)Ljava/nio/channels/SocketChannel;",
            SocketOptionAdvice.class);
  }

  /** Later JDKs moved the Unix dispatchers' common part to a class of its own. */
  private static HookedClass descriptorClose() {
    String dispatcher =
        exists("sun.nio.ch.UnixDispatcher")
            ? "sun/nio/ch/UnixDispatcher"
            : "sun/nio/ch/SocketDispatcher";
    return HookedClass.early(dispatcher)
        .with("close", "(Ljava/io/FileDescriptor;)V", DescriptorCloseAdvice.class);
  }

  private static HookedClass asynchronous() {
    return HookedClass.late("sun/nio/ch/AsynchronousSocketChannelImpl")
        .with(
            "shutdownOutput",
            "()Ljava/nio/channels/AsynchronousSocketChannel;",
            ShutdownOutputAdvice.class);
  }

  private static HookedClass unixAsynchronous() {
    return HookedClass.late(UNIX_ASYNC)
        .with("implConnect", IMPL_CONNECT, AsyncConnectAdvice.class)
        .with("finishConnect", "(Z)V", AsyncFinishAdvice.class)
        .with("setConnected", "()V", AsyncConnectedAdvice.class);
  }

  /** Read from the sources of JDK 17 and 25 for Windows; not tried on Windows. */
  private static void addWindowsAsynchronous(List<HookedClass> classes) {
    classes.add(
        HookedClass.late(WINDOWS_ASYNC)
            .with("implConnect", IMPL_CONNECT, AsyncConnectAdvice.class)
            .with("implClose", "()V", AsyncCloseAdvice.class));
    classes.add(
        HookedClass.late(WINDOWS_ASYNC + "$ConnectTask")
            .with("completed", "(IZ)V", WindowsFailedAdvice.class)
            .with("failed", "(ILjava/io/IOException;)V", WindowsFailedAdvice.class)
            .with("afterConnect", "()V", WindowsConnectedAdvice.class));
  }

  /**
   * Where the JDK dresses a failed connect's exception; updates of JDK 17 moved it to where JDK 25
   * has it. Early, because it may be loaded and used long before the asynchronous channel that it
   * is hooked for.
   */
  private static void addFailure(List<HookedClass> classes, String type, String method) {
    if (declares(type, method)) {
      classes.add(
          HookedClass.early(type.replace('.', '/'))
              .with(
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
