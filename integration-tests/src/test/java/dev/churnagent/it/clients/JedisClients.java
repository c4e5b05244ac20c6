package dev.churnagent.it.clients;

import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;

/** Talks to Redis by Jedis, with and without its pool. */
public final class JedisClients {
  private static final int COMMANDS = 10;

  private JedisClients() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) throws Exception {
    Program.run(JedisClients.class, arguments);
  }

  static void newConnectionForEachCommand(int port) {
    try (Jedis jedis = new Jedis("127.0.0.1", port)) {
      jedis.incr("calls");
    }
  }

  static void pooled(int port) {
    try (RedisClient client = RedisClient.create("127.0.0.1", port)) {
      for (int i = 0; i < COMMANDS; i++) {
        client.incr("pooled");
      }
    }
  }
}
