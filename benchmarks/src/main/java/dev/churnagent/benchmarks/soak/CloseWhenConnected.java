package dev.churnagent.benchmarks.soak;

import java.io.IOException;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;

/** Ends an asynchronous connect. */
final class CloseWhenConnected implements CompletionHandler<Void, AsynchronousSocketChannel> {
  private static final String WAY = "asynchronous channel";

  private final Tally tally;

  CloseWhenConnected(Tally tally) {
    this.tally = tally;
  }

  @Override
  public void completed(Void nothing, AsynchronousSocketChannel channel) {
    try {
      channel.close();
      tally.end();
    } catch (IOException e) {
      tally.fail(WAY, e);
    }
  }

  @Override
  public void failed(Throwable error, AsynchronousSocketChannel channel) {
    tally.fail(WAY, error);
  }
}
