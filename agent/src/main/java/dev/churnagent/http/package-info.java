/**
 * HTTP/1.x as it goes over one client connection: recognised from the first bytes written, parsed
 * incrementally in any chunking, bodies digested and never stored.
 *
 * <p>Loaded by the bootstrap loader, used on application threads. Knows nothing of sockets, threads
 * or the journal, throws nothing, holds at most 16 KB of a direction and 16 KB of each request
 * without an answer. Of what is over it holds, as long as the connection lives, the last head of
 * each direction if that has 1 KB at most: the next one is mostly the same.
 */
package dev.churnagent.http;
