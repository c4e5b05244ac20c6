/**
 * Advice for Netty's native transports: epoll, kqueue and io_uring, of Netty 4.1, its incubator,
 * and 4.2. Copied into the library's methods; see {@link dev.churnagent.instrument.library}.
 */
package dev.churnagent.instrument.netty;
