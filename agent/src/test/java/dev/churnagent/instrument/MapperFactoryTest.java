package dev.churnagent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.churnagent.journal.SegmentMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ref.Reference;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import jdk.internal.misc.Unsafe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapperFactoryTest {
  @Test
  void shouldMapWhatIsThenInTheFile(@TempDir Path directory) throws IOException {
    for (SegmentMapper mapper : List.of(SegmentMapper.BUFFERS, MapperFactory.create())) {
      try (RandomAccessFile file = new RandomAccessFile(directory.resolve("file").toFile(), "rw");
          FileChannel channel = file.getChannel()) {
        file.write(new byte[8192]);
        Object mapping = mapper.map(channel, 4096, 4096);
        Unsafe.getUnsafe().putLong(mapper.address(mapping) + 8, 42L << 32 | 42);
        Reference.reachabilityFence(mapping);
        file.seek(4096 + 8);
        assertThat(file.readLong())
            .as(mapper.toString())
            .isIn(42L << 32 | 42, 42L << 56 | 42L << 24);
      }
    }
  }

  @Test
  void shouldUseWhatThisJdkHas() {
    boolean foreign = Runtime.version().feature() >= 22;
    assertThat(MapperFactory.create() != SegmentMapper.BUFFERS).isEqualTo(foreign);
  }
}
