package dev.churnagent.sockets;

/**
 * One row that is kept.
 *
 * @param local our end; never null
 * @param remote the other end; its port is 0 in a listening socket; never null
 * @param state never null
 * @param pid the owner's process id, 0 for nobody, -1 for unknown
 */
public record SocketRow(PeerAddress local, PeerAddress remote, TcpState state, long pid) {}
