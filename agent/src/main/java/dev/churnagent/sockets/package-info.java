/**
 * What the operating system itself says of TCP: its table of sockets, who owns them, which ports
 * are for outgoing connections, and where a connection to this machine goes on to.
 *
 * <p>Plain JDK and nothing of ours, so that the agent (in the bootstrap loader, on a daemon thread
 * of its own, never on an application's) and the command line use the same readers. Parsers go by
 * the shape of a line, not by its language. What can't be read is said in words or thrown as an
 * {@link java.io.IOException}; nothing here waits longer than the bounded time of an external
 * command, and on Linux no command is started at all.
 *
 * <p>Addresses are two {@code long}s: the 16 bytes of an IPv6 address in network order, an IPv4
 * address as {@code ::ffff:a.b.c.d}, so that both ways to write an IPv4 address are equal. Scope
 * ids are dropped.
 */
package dev.churnagent.sockets;
