package programs;

import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;

/** Jedis of today. */
public final class Jedis8 {
  private Jedis8() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(Jedis8.class, arguments);
  }

  static void open(int port, int times) {
    for (int i = 0; i < times; i++) {
      try (Jedis jedis = new Jedis("127.0.0.1", port)) {
        jedis.ping();
      }
    }
  }

  static void pooled(int port, int times) {
    for (int i = 0; i < times; i++) {
      try (RedisClient client = RedisClient.create("127.0.0.1", port)) {
        client.ping();
        client.ping();
      }
    }
  }
}
