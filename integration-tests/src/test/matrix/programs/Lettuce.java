package programs;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Lettuce: what it opens again by itself is still its first opener's. */
public final class Lettuce {
  private static final RedisClient CLIENT = RedisClient.create();

  private Lettuce() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(Lettuce.class, arguments);
  }

  static void connect(int port, int times) {
    for (int i = 0; i < times; i++) {
      CLIENT.connect(uri(port)).close();
    }
  }

  static void connectAsync(int port, int times) throws Exception {
    List<CompletableFuture<StatefulRedisConnection<String, String>>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(CLIENT.connectAsync(StringCodec.UTF8, uri(port)).toCompletableFuture());
    }
    for (CompletableFuture<StatefulRedisConnection<String, String>> future : futures) {
      Calls.await(future).close();
    }
  }

  /** One connection by each of the two, and one more by the first for each that is killed. */
  static void killed(int port, int times) throws Exception {
    StatefulRedisConnection<String, String> victim = connectVictim(port);
    StatefulRedisConnection<String, String> killer = connectKiller(port);
    for (int i = 1; i < times; i++) {
      kill(victim, killer);
    }
    victim.close();
    killer.close();
  }

  private static StatefulRedisConnection<String, String> connectVictim(int port) {
    return CLIENT.connect(uri(port));
  }

  private static StatefulRedisConnection<String, String> connectKiller(int port) {
    return CLIENT.connect(uri(port));
  }

  private static void kill(
      StatefulRedisConnection<String, String> victim,
      StatefulRedisConnection<String, String> killer)
      throws Exception {
    long id = victim.sync().clientId();
    killer.sync().clientKill(io.lettuce.core.KillArgs.Builder.id(id));
    // Waits for the next connection, too.
    while (victim.sync().clientId() == id) {
      Thread.sleep(1);
    }
  }

  private static RedisURI uri(int port) {
    return RedisURI.create("127.0.0.1", port);
  }
}
