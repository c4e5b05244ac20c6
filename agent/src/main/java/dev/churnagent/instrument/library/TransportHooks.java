package dev.churnagent.instrument.library;

import java.util.List;

/**
 * Netty's native transports, which open, connect and close sockets by code of their own. Read from
 * the sources of Netty 4.2 and the byte code of 4.1.50, 4.1.137, 4.2.18 and the incubator's 0.0.26.
 */
final class TransportHooks {
  private static final String REMOTE = "(Ljava/net/SocketAddress;";

  private TransportHooks() {}

  static void addTo(List<LibraryClass> classes) {
    classes.add(
        new LibraryClass("io/netty/channel/unix/Socket")
            .needs("connect", REMOTE + ")Z", "netty.ConnectAdvice")
            .with("finishConnect", "()Z", "netty.FinishConnectAdvice")
            .with("shutdown", "(ZZ)V", "netty.ShutdownAdvice")
            .with("setSoLinger", "(I)V", "netty.LingerAdvice")
            .with("newSocketDomainDgram0", "()I", "netty.DomainDatagramAdvice"));
    classes.add(
        new LibraryClass("io/netty/channel/unix/FileDescriptor")
            .with("markClosed", "()Z", "netty.MarkClosedAdvice")
            .needs("close", "()V", "netty.DescriptorCloseAdvice"));
    classes.add(
        new LibraryClass("io/netty/channel/epoll/EpollSocketChannel")
            .with("doConnect0", REMOTE + ")Z", "netty.FastOpenAdvice")
            .with("doConnect", REMOTE + "Ljava/net/SocketAddress;)Z", "netty.FastOpenAdvice"));
    classes.add(
        new LibraryClass("io/netty/channel/kqueue/KQueueSocketChannel")
            .with("doConnect0", REMOTE + "Ljava/net/SocketAddress;)Z", "netty.FastOpenAdvice"));
    addRing(classes, "io/netty/channel/uring/AbstractIoUringChannel");
    addRing(classes, "io/netty/incubator/channel/uring/AbstractIOUringChannel");
  }

  private static void addRing(List<LibraryClass> classes, String channel) {
    classes.add(new LibraryClass(channel).needs("submitConnect", "(*", "netty.RingConnectAdvice"));
    classes.add(
        new LibraryClass(channel + "$AbstractUringUnsafe")
            .with("fillTFOInitData", "(*", "netty.RingFastOpenAdvice")
            .needs("connectComplete", "(BI*", "netty.RingConnectedAdvice")
            .needs("connectComplete", "(I)V", "netty.IncubatorConnectedAdvice"));
  }
}
