package dev.churnagent.it.fetch.wire;

/** Through what bytes go. */
public enum PipeKind {
  /** Streams of a socket, whole arrays. */
  SOCKET,
  /** Streams of a socket, one byte at a time. */
  BYTES,
  /** A blocking channel and direct buffers, a few bytes at a time. */
  CHANNEL,
  /** Gathering writes and scattering reads. */
  GATHERING,
  /** Streams of a channel's socket. */
  ADAPTOR,
  /** An asynchronous channel's futures. */
  ASYNC,
  /** An asynchronous channel's gathering writes and scattering reads, on another thread. */
  ASYNC_HANDLER,
  /** Streams of a TLS socket. */
  TLS
}
