package dev.churnagent.hook;

import java.io.FileDescriptor;
import java.net.URI;
import java.nio.ByteBuffer;

/**
 * Receives what goes over sockets and channels, and the plaintext of the JDK's TLS. One
 * implementation, in the recorder. Every method runs on the thread that reads or writes, calls none
 * of the application's code and leaves every buffer as it is.
 */
public interface WireSink {
  /** A sink that does nothing: before the start and after the end of a run. */
  WireSink NONE = new DisabledWireSink();

  /** A blocking write of all these bytes begins. */
  void writing(FileDescriptor fd, byte[] bytes, int from, int length);

  /** A read ended; {@code count} bytes stand from {@code from} on, or -1 for the end of stream. */
  void read(int count, FileDescriptor fd, byte[] bytes, int from);

  /** A channel begins to write what remains in the buffer; {@link #written} follows. */
  void writing(FileDescriptor fd, ByteBuffer source);

  /** The same write returned: so many bytes before the buffer's position went out. */
  void written(int count, FileDescriptor fd, ByteBuffer source);

  /** A channel begins to write what remains in these buffers. */
  void writing(FileDescriptor fd, ByteBuffer[] sources, int from, int length);

  /** The same write returned: so many bytes went out, from the first buffer on. */
  void written(long count, FileDescriptor fd, ByteBuffer[] sources, int from);

  /** A channel's read ended: {@code count} bytes stand before the buffer's position. */
  void read(int count, FileDescriptor fd, ByteBuffer target);

  /** A channel begins to read into these buffers. */
  void reading(FileDescriptor fd, ByteBuffer[] targets, int from, int length);

  /** The same read ended: so many bytes were put in, from the first buffer on. */
  void read(long count, FileDescriptor fd, ByteBuffer[] targets, int from);

  /**
   * An asynchronous channel is given these buffers to write, now or later and on whichever thread;
   * one such write at a time.
   */
  void asyncWriting(FileDescriptor fd, ByteBuffer[] sources);

  /** The same write was done: so many bytes went out, from the first buffer on. */
  void asyncWritten(long count, FileDescriptor fd, ByteBuffer[] sources);

  /** The plaintext of a client's TLS socket is about to be written. */
  void tlsWriting(Object socket, byte[] bytes, int from, int length);

  /** Plaintext was read from a client's TLS socket. */
  void tlsRead(int count, Object socket, byte[] bytes, int from);

  /** A client's TLS socket or engine is being closed. */
  void tlsClosing(Object socketOrEngine);

  /** A client's engine begins to take plaintext from these buffers. */
  void engineWrapping(Object engine, ByteBuffer[] plain, int from, int length);

  /** The same wrap took so many bytes, from the first buffer on. */
  void engineWrapped(int count, Object engine, ByteBuffer[] plain, int from);

  /** A client's engine begins to put plaintext into these buffers. */
  void engineUnwrapping(Object engine, ByteBuffer[] plain, int from, int length);

  /** The same unwrap put so many bytes in, from the first buffer on; -1 at the end of stream. */
  void engineUnwrapped(int count, Object engine, ByteBuffer[] plain, int from);

  /** This thread is inside a blocking call of the JDK's HttpClient, which follows. */
  void sendStarted();

  /** The JDK's HttpClient was given a request by this thread; another one may write it. */
  void requestAnnounced(String method, URI uri);

  /** The JDK's HttpClient made a request of its own accord: a redirection, or with credentials. */
  void requestDerived(String method, URI uri, String causeMethod, URI causeUri);

  /** A hook failed; must not throw. */
  void hookFailed(Throwable fault);
}
