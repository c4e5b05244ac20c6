package programs;

import java.sql.Connection;
import java.sql.DriverManager;

/** PostgreSQL's JDBC driver, which with a login timeout connects on a thread of its own. */
public final class Jdbc {
  private Jdbc() {}

  /** Runs the methods that the arguments name. */
  public static void main(String... arguments) {
    Calls.run(Jdbc.class, arguments);
  }

  static void getConnection(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      try (Connection connection = DriverManager.getConnection(url(port), "postgres", "")) {
        connection.createStatement().execute("select 1");
      }
    }
  }

  static void withLoginTimeout(int port, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      try (Connection connection =
          DriverManager.getConnection(url(port) + "?loginTimeout=30", "postgres", "")) {
        connection.createStatement().execute("select 1");
      }
    }
  }

  private static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }
}
