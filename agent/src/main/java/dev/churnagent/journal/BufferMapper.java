package dev.churnagent.journal;

import java.io.IOException;
import java.nio.Buffer;
import java.nio.channels.FileChannel;
import jdk.internal.misc.Unsafe;

final class BufferMapper implements SegmentMapper {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long ADDRESS = UNSAFE.objectFieldOffset(Buffer.class, "address");

  @Override
  public Object map(FileChannel file, long offset, long length) throws IOException {
    return file.map(FileChannel.MapMode.READ_WRITE, offset, length);
  }

  @Override
  public long address(Object mapping) {
    return UNSAFE.getLong(mapping, ADDRESS);
  }
}
