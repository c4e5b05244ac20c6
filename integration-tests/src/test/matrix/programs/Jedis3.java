package programs;

import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;

/** Jedis of former days. */
public final class Jedis3 {
  private Jedis3() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(Jedis3.class, arguments);
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
      try (JedisPool pool = new JedisPool("127.0.0.1", port)) {
        ping(pool);
        ping(pool);
      }
    }
  }

  private static void ping(JedisPool pool) {
    try (Jedis jedis = pool.getResource()) {
      jedis.ping();
    }
  }
}
