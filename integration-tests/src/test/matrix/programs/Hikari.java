package programs;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;

/** HikariCP, whose connections are opened in the background, all for whoever made the pool. */
public final class Hikari {
  private Hikari() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(Hikari.class, arguments);
  }

  static void createPool(int port, int times) throws Exception {
    HikariDataSource pool = new HikariDataSource(config(port, times));
    awaitFull(pool, times);
    pool.close();
  }

  /** Its connections are asked for elsewhere, but there before they are. */
  static void createUsedPool(int port, int times) throws Exception {
    HikariDataSource pool = new HikariDataSource(config(port, times));
    for (int i = 0; i < times; i++) {
      useConnection(pool);
    }
    awaitFull(pool, times);
    pool.close();
  }

  private static void useConnection(HikariDataSource pool) throws Exception {
    try (Connection connection = pool.getConnection()) {
      connection.createStatement().execute("select 1");
    }
  }

  private static HikariConfig config(int port, int size) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
    config.setUsername("postgres");
    config.setMinimumIdle(size);
    config.setMaximumPoolSize(size);
    return config;
  }

  private static void awaitFull(HikariDataSource pool, int size) throws InterruptedException {
    while (pool.getHikariPoolMXBean().getTotalConnections() < size) {
      Thread.sleep(5);
    }
  }
}
