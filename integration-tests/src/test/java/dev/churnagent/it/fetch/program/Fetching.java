package dev.churnagent.it.fetch.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A task for another thread: fetches once all tasks of its barrier have begun. */
final class Fetching implements Supplier<String>, Runnable {
  private static final int PATIENCE_SECONDS = 30;

  private final Device device;
  private final String path;
  private final CyclicBarrier together;

  Fetching(Device device, String path, CyclicBarrier together) {
    this.device = device;
    this.path = path;
    this.together = together;
  }

  @Override
  public void run() {
    get();
  }

  @Override
  public String get() {
    try {
      together.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return device.fetch(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
