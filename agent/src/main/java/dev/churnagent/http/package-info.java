/**
 * HTTP/1.x as it goes over one client connection: recognised from the first bytes written, parsed
 * incrementally in any chunking, bodies digested and never stored.
 *
 * <p>Loaded by the bootstrap loader, used on application threads. Knows nothing of sockets, threads
 * or the journal, throws nothing, holds at most 16 KB of a direction and 16 KB of each request
 * without an answer.
 */
package dev.churnagent.http;
