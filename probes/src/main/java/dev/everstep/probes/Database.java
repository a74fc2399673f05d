package dev.everstep.probes;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * What a project writes around its database; there is none behind it, and all answers are empty.
 */
final class Database {
  static final ResultSet SHARED = rows();

  private Database() {}

  static DataSource source() {
    return empty(DataSource.class);
  }

  static Statement statement() {
    return empty(Statement.class);
  }

  static ResultSet rows() {
    return empty(ResultSet.class);
  }

  private static <T> T empty(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            Database.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Class<?> result = method.getReturnType();
              if (result == boolean.class) {
                return false;
              }
              if (result == int.class) {
                return 0;
              }
              return result.isInterface() ? empty(result) : null;
            }));
  }

  /** What a project's repositories look like. */
  interface Repository {
    int deleteAll() throws SQLException;
  }

  /** Prepares statements. */
  interface Prepare {
    PreparedStatement prepare(String sql) throws SQLException;
  }

  /** The orders that were placed. */
  record Orders(DataSource source) implements Repository {
    int count() throws SQLException {
      try (Connection connection = source.getConnection();
          PreparedStatement statement = connection.prepareStatement("select id from orders");
          ResultSet rows = statement.executeQuery()) {
        int count = 0;
        while (rows.next()) {
          count++;
        }
        return count;
      }
    }

    @Override
    public int deleteAll() throws SQLException {
      try (Connection connection = source.getConnection();
          PreparedStatement statement = connection.prepareStatement("delete from orders")) {
        return statement.executeUpdate();
      }
    }
  }
}
