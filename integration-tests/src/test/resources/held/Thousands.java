package held;

import com.sun.management.ThreadMXBean;
import dev.churnagent.junit.Churn;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Measures again and again, while the journal grows, and tells what that took: bytes allocated by
 * this thread, in which a measurement is read and analysed, and bytes read by the process. Not
 * time, which the machine's other work changes.
 */
public final class Thousands {
  private static final Path READ = Path.of("/proc/self/io");

  private static final ThreadMXBean THREADS =
      (ThreadMXBean) ManagementFactory.getThreadMXBean();

  public static void main(String... arguments) throws IOException {
    int third = Integer.parseInt(arguments[0]) / 3;
    tell("first third ", third);
    tell("middle third ", third);
    tell("last third ", third);
    System.out.println("wrong " + wrong);
  }

  private static int wrong;

  private static void tell(String name, int times) throws IOException {
    long allocated = allocated();
    long read = read();
    for (int i = 0; i < times; i++) {
      wrong += Churn.measure(() -> Client.connect(2)).connections() == 2 ? 0 : 1;
    }
    read = read() - read;
    System.out.println(name + "allocated " + (allocated() - allocated));
    System.out.println(name + "read " + read);
  }

  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  /** Zero where it is not known. */
  private static long read() throws IOException {
    if (!Files.isReadable(READ)) {
      return 0;
    }
    return Files.readAllLines(READ).stream()
        .filter(line -> line.startsWith("rchar: "))
        .mapToLong(line -> Long.parseLong(line.substring("rchar: ".length())))
        .findFirst()
        .orElseThrow();
  }
}
