package dev.churnagent.it.clients;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A data-access object without a pool. */
public final class JdbcClient {
  private JdbcClient() {}

  /** Arguments: JDBC URL, user, times. */
  public static void main(String... arguments) throws SQLException {
    for (int times = Integer.parseInt(arguments[2]); times > 0; times--) {
      queryOverNewConnection(arguments[0], arguments[1]);
    }
    queriesOverOneConnection(arguments[0], arguments[1], Integer.parseInt(arguments[2]));
  }

  private static void queryOverNewConnection(String url, String user) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, "")) {
      query(connection);
    }
  }

  private static void queriesOverOneConnection(String url, String user, int times)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, "")) {
      for (int i = 0; i < times; i++) {
        query(connection);
      }
    }
  }

  private static void query(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select 42")) {
      if (!rows.next() || rows.getInt(1) != 42) {
        throw new SQLException("wrong answer");
      }
    }
  }
}
