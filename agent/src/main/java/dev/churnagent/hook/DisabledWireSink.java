package dev.churnagent.hook;

import java.io.FileDescriptor;
import java.net.URI;
import java.nio.ByteBuffer;

/** Does nothing. A class of its own, because an interface's lambdas would load many classes. */
final class DisabledWireSink implements WireSink {
  @Override
  public void writing(FileDescriptor fd, byte[] bytes, int from, int length) {}

  @Override
  public void read(int count, FileDescriptor fd, byte[] bytes, int from) {}

  @Override
  public void writing(FileDescriptor fd, ByteBuffer source) {}

  @Override
  public void written(int count, FileDescriptor fd, ByteBuffer source) {}

  @Override
  public void writing(FileDescriptor fd, ByteBuffer[] sources, int from, int length) {}

  @Override
  public void written(long count, FileDescriptor fd, ByteBuffer[] sources, int from) {}

  @Override
  public void read(int count, FileDescriptor fd, ByteBuffer target) {}

  @Override
  public void reading(FileDescriptor fd, ByteBuffer[] targets, int from, int length) {}

  @Override
  public void read(long count, FileDescriptor fd, ByteBuffer[] targets, int from) {}

  @Override
  public void asyncWriting(FileDescriptor fd, ByteBuffer[] sources) {}

  @Override
  public void asyncWritten(long count, FileDescriptor fd, ByteBuffer[] sources) {}

  @Override
  public void tlsWriting(Object socket, byte[] bytes, int from, int length) {}

  @Override
  public void tlsRead(int count, Object socket, byte[] bytes, int from) {}

  @Override
  public void tlsClosing(Object socketOrEngine) {}

  @Override
  public void engineWrapping(Object engine, ByteBuffer[] plain, int from, int length) {}

  @Override
  public void engineUnwrapping(Object engine, ByteBuffer[] plain, int from, int length) {}

  @Override
  public void engineWrapped(int count, Object engine, ByteBuffer[] plain, int from) {}

  @Override
  public void engineUnwrapped(int count, Object engine, ByteBuffer[] plain, int from) {}

  @Override
  public void sendStarted() {}

  @Override
  public void requestAnnounced(String method, URI uri) {}

  @Override
  public void requestDerived(String method, URI uri, String causeMethod, URI causeUri) {}

  @Override
  public void hookFailed(Throwable fault) {}
}
