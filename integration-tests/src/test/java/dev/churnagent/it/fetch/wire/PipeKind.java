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
  /** Streams of a TLS socket. */
  TLS
}
