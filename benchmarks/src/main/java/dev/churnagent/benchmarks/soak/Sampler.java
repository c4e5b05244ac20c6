package dev.churnagent.benchmarks.soak;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Looks at the JVM it runs in. */
final class Sampler {
  private static final int COLLECTIONS = 3;

  private final Path runs;

  /**
   * Creates it.
   *
   * @param runs the agent's output folder, which need not be there
   */
  Sampler(Path runs) {
    this.runs = runs;
  }

  Sample take(long millis, long connections) throws IOException, InterruptedException {
    long heap = heapAfterCollection();
    List<String> status = lines("/proc/self/status");
    return new Sample(
        millis,
        connections,
        heap,
        metaspace(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
        buffers(),
        journal(),
        bytes(status, "VmRSS:"),
        bytes(status, "RssAnon:"),
        lines("/proc/self/maps").size(),
        openFiles(),
        timeWait(),
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
            / 1_000_000);
  }

  /** Several times: the first collection leaves work to Cleaners, the next one frees it. */
  private static long heapAfterCollection() throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
      Thread.sleep(50);
    }
    return least;
  }

  private static long metaspace() {
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getName().equals("Metaspace")) {
        return pool.getUsage().getUsed();
      }
    }
    return -1;
  }

  private static long buffers() {
    long used = 0;
    for (BufferPoolMXBean pool : ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)) {
      used += pool.getMemoryUsed();
    }
    return used;
  }

  private long journal() throws IOException {
    if (!Files.isDirectory(runs)) {
      return -1;
    }
    long size = 0;
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(runs)) {
      for (Path folder : folders) {
        size += Files.size(folder.resolve("journal.churn"));
      }
    }
    return size;
  }

  private static long openFiles() throws IOException {
    Path folder = Path.of("/proc/self/fd");
    if (!Files.isDirectory(folder)) {
      return -1;
    }
    long count = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        count++;
      }
    }
    return count;
  }

  private static long timeWait() throws IOException {
    for (String line : lines("/proc/net/sockstat")) {
      if (line.startsWith("TCP:")) {
        return Long.parseLong(line.replaceAll(".* tw (\\d+).*", "$1"));
      }
    }
    return -1;
  }

  private static long bytes(List<String> status, String name) {
    for (String line : status) {
      if (line.startsWith(name)) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
      }
    }
    return -1;
  }

  private static List<String> lines(String file) throws IOException {
    try {
      return Files.readAllLines(Path.of(file));
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }
}
