package programs;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** gRPC's channels, which connect at the first call and again after they were idle. */
public final class Grpc {
  private Grpc() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(Grpc.class, arguments);
  }

  static void callByNewChannel(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      ManagedChannel channel = channel(port);
      ClientCalls.blockingUnaryCall(channel, Echo.METHOD, CallOptions.DEFAULT, "hello");
      end(channel);
    }
  }

  static void callAsyncByNewChannel(int port, int times) throws Exception {
    List<ManagedChannel> channels = new ArrayList<>();
    List<Future<?>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      ManagedChannel channel = channel(port);
      channels.add(channel);
      futures.add(
          ClientCalls.futureUnaryCall(channel.newCall(Echo.METHOD, CallOptions.DEFAULT), "hello"));
    }
    Calls.await(futures);
    for (ManagedChannel channel : channels) {
      end(channel);
    }
  }

  /** One channel, whose connection belongs to whoever calls while it has none. */
  static void callsAfterIdling(int port, int times) throws Exception {
    ManagedChannel channel = channel(port);
    for (int i = 0; i < times; i++) {
      callWhileIdle(channel);
      callWhileConnected(channel);
      channel.enterIdle();
    }
    // What it had before it was idle would be ended only after some seconds.
    channel.shutdownNow();
  }

  private static void callWhileIdle(ManagedChannel channel) {
    ClientCalls.blockingUnaryCall(channel, Echo.METHOD, CallOptions.DEFAULT, "hello");
  }

  private static void callWhileConnected(ManagedChannel channel) {
    ClientCalls.blockingUnaryCall(channel, Echo.METHOD, CallOptions.DEFAULT, "hello");
  }

  private static ManagedChannel channel(int port) {
    return ManagedChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
  }

  private static void end(ManagedChannel channel) throws InterruptedException {
    channel.shutdown();
    channel.awaitTermination(30, TimeUnit.SECONDS);
  }
}
