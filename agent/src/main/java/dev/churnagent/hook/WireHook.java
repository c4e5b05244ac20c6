package dev.churnagent.hook;

import java.io.FileDescriptor;
import java.net.URI;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngineResult;

/**
 * The static entry points that the woven reads and writes call; as {@link ChurnHook} for connects
 * and closes. None throws: the woven methods have no handlers of ours.
 */
public final class WireHook {
  private static volatile WireSink sink = WireSink.NONE;

  private WireHook() {}

  /** Sets where calls go from now on; {@link WireSink#NONE} stops recording. */
  public static void setSink(WireSink next) {
    sink = next;
  }

  /** See {@link WireSink#writing(FileDescriptor, byte[], int, int)}. */
  public static void writing(FileDescriptor fd, byte[] bytes, int from, int length) {
    WireSink current = sink;
    try {
      current.writing(fd, bytes, from, length);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link WireSink#read(int, FileDescriptor, byte[], int)}. */
  public static void read(int count, FileDescriptor fd, byte[] bytes, int from) {
    WireSink current = sink;
    try {
      current.read(count, fd, bytes, from);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link WireSink#writing(FileDescriptor, ByteBuffer)}. */
  public static void writing(FileDescriptor fd, ByteBuffer source) {
    WireSink current = sink;
    try {
      current.writing(fd, source);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link WireSink#written(int, FileDescriptor, ByteBuffer)}. */
  public static void written(int count, FileDescriptor fd, ByteBuffer source) {
    WireSink current = sink;
    try {
      current.written(count, fd, source);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link WireSink#writing(FileDescriptor, ByteBuffer[], int, int)}. */
  public static void writing(FileDescriptor fd, ByteBuffer[] sources, int from, int length) {
    WireSink current = sink;
    try {
      current.writing(fd, sources, from, length);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link WireSink#written(long, FileDescriptor, ByteBuffer[], int)}. */
  public static void written(long count, FileDescriptor fd, ByteBuffer[] sources, int from) {
    WireSink current = sink;
    try {
      current.written(count, fd, sources, from);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link WireSink#read(int, FileDescriptor, ByteBuffer)}. */
  public static void read(int count, FileDescriptor fd, ByteBuffer target) {
    WireSink current = sink;
    try {
      current.read(count, fd, target);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link WireSink#reading(FileDescriptor, ByteBuffer[], int, int)}. */
  public static void reading(FileDescriptor fd, ByteBuffer[] targets, int from, int length) {
    WireSink current = sink;
    try {
      current.reading(fd, targets, from, length);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link WireSink#read(long, FileDescriptor, ByteBuffer[], int)}. */
  public static void read(long count, FileDescriptor fd, ByteBuffer[] targets, int from) {
    WireSink current = sink;
    try {
      current.read(count, fd, targets, from);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link WireSink#asyncWriting}: of many buffers, or of one. */
  public static void asyncWriting(
      FileDescriptor fd, boolean many, ByteBuffer one, ByteBuffer[] several) {
    WireSink current = sink;
    try {
      current.asyncWriting(fd, many ? several : new ByteBuffer[] {one});
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link WireSink#asyncWritten}; below zero if it is still to be done. */
  public static void asyncWritten(int count, FileDescriptor fd, ByteBuffer source) {
    asyncWritten((long) count, fd, new ByteBuffer[] {source});
  }

  /** See {@link WireSink#asyncWritten}; below zero if it is still to be done. */
  public static void asyncWritten(long count, FileDescriptor fd, ByteBuffer[] sources) {
    if (count < 0) {
      return;
    }
    WireSink current = sink;
    try {
      current.asyncWritten(count, fd, sources);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link WireSink#read(int, FileDescriptor, ByteBuffer)}; below -1 if nothing came yet. */
  public static void asyncRead(int count, FileDescriptor fd, ByteBuffer target) {
    read(Math.max(count, count == -1 ? -1 : 0), fd, target);
  }

  /** See {@link WireSink#reading(FileDescriptor, ByteBuffer[], int, int)}. */
  public static void asyncReading(FileDescriptor fd, ByteBuffer[] targets) {
    reading(fd, targets, 0, targets == null ? 0 : targets.length);
  }

  /** See {@link WireSink#read(long, FileDescriptor, ByteBuffer[], int)}; below -1 as above. */
  public static void asyncRead(long count, FileDescriptor fd, ByteBuffer[] targets) {
    read(Math.max(count, count == -1 ? -1 : 0), fd, targets, 0);
  }

  /** See {@link WireSink#tlsWriting}; a server's are left out. */
  public static void tlsWriting(Object socket, byte[] bytes, int from, int length, boolean client) {
    if (!client) {
      return;
    }
    WireSink current = sink;
    try {
      current.tlsWriting(socket, bytes, from, length);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link WireSink#tlsRead}; a server's are left out. */
  public static void tlsRead(int count, Object socket, byte[] bytes, int from, boolean client) {
    if (!client) {
      return;
    }
    WireSink current = sink;
    try {
      current.tlsRead(count, socket, bytes, from);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link WireSink#tlsClosing}; a server's are left out. */
  public static void tlsClosing(Object socketOrEngine, boolean client) {
    if (!client) {
      return;
    }
    WireSink current = sink;
    try {
      current.tlsClosing(socketOrEngine);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link WireSink#engineWrapping}; a server's are left out. */
  public static void engineWrapping(
      Object engine, ByteBuffer[] plain, int from, int length, boolean client) {
    if (!client) {
      return;
    }
    WireSink current = sink;
    try {
      current.engineWrapping(engine, plain, from, length);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link WireSink#engineUnwrapping}; a server's are left out. */
  public static void engineUnwrapping(
      Object engine, ByteBuffer[] plain, int from, int length, boolean client) {
    if (!client) {
      return;
    }
    WireSink current = sink;
    try {
      current.engineUnwrapping(engine, plain, from, length);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link WireSink#engineWrapped}; a server's are left out. */
  public static void engineWrapped(
      SSLEngineResult result, Object engine, ByteBuffer[] plain, int from, boolean client) {
    if (!client || result == null) {
      return;
    }
    WireSink current = sink;
    try {
      current.engineWrapped(result.bytesConsumed(), engine, plain, from);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link WireSink#engineUnwrapped}; a server's are left out. */
  public static void engineUnwrapped(
      SSLEngineResult result, Object engine, ByteBuffer[] plain, int from, boolean client) {
    if (!client || result == null) {
      return;
    }
    WireSink current = sink;
    try {
      int count = result.bytesProduced();
      boolean ended = count == 0 && result.getStatus() == SSLEngineResult.Status.CLOSED;
      current.engineUnwrapped(ended ? -1 : count, engine, plain, from);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link WireSink#sendStarted()}. */
  public static void sendStarted() {
    WireSink current = sink;
    try {
      current.sendStarted();
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link WireSink#requestAnnounced(String, URI)}. */
  public static void requestAnnounced(String method, URI uri) {
    WireSink current = sink;
    try {
      current.requestAnnounced(method, uri);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  /** See {@link WireSink#requestDerived(String, URI, String, URI)}. */
  public static void requestDerived(String method, URI uri, String causeMethod, URI causeUri) {
    WireSink current = sink;
    try {
      current.requestDerived(method, uri, causeMethod, causeUri);
    } catch (Throwable fault) {
      failed(current, fault);
    }
  }

  private static void failed(WireSink current, Throwable fault) {
    try {
      current.hookFailed(fault);
    } catch (Throwable again) {
      // As in ChurnHook: the application comes first.
      return;
    }
  }
}
