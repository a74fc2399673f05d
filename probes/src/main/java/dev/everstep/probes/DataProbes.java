package dev.everstep.probes;

import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;

/** Bodies that ask a database, a directory or a broker. */
@Durable
@Group("data")
public final class DataProbes {
  private DataProbes() {}

  @Probe(call = "java.sql.DriverManager#getConnection")
  public static String connects(WorkflowContext ctx) {
    try (Connection connection = DriverManager.getConnection("jdbc:nowhere:orders")) {
      return connection.getCatalog();
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  @Probe(call = "javax.sql.DataSource#getConnection")
  public static boolean pooled(WorkflowContext ctx) throws SQLException {
    DataSource orders = Database.source();
    try (Connection connection = orders.getConnection()) {
      return connection.isReadOnly();
    }
  }

  @Probe(call = "java.sql.Statement#executeQuery")
  public static boolean query(WorkflowContext ctx) throws SQLException {
    Statement statement = Database.statement();
    return statement.executeQuery("select 1").isClosed();
  }

  @Probe(call = "javax.naming.InitialContext#<init>")
  public static String directory(WorkflowContext ctx) {
    try {
      return String.valueOf(new InitialContext().lookup("java:comp/env/orders"));
    } catch (NamingException e) {
      return "unknown";
    }
  }

  @Probe(call = "javax.management.MBeanServer#getAttribute")
  public static long metrics(WorkflowContext ctx) throws Exception {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    return (Long) server.getAttribute(new ObjectName("java.lang:type=Runtime"), "Uptime");
  }

  @Probe(call = "javax.xml.transform.Transformer#transform", changesResult = false)
  public static String transforms(WorkflowContext ctx) throws Exception {
    StringWriter out = new StringWriter();
    TransformerFactory.newInstance()
        .newTransformer()
        .transform(new StreamSource(new StringReader("<a/>")), new StreamResult(out));
    return out.toString();
  }

  @Probe(call = "java.sql.PreparedStatement#executeQuery", by = Way.HELPER)
  public static int helper(WorkflowContext ctx) throws SQLException {
    return new Database.Orders(Database.source()).count();
  }

  @Probe(call = "java.sql.ResultSet#next", by = Way.LAMBDA)
  public static long lambda(WorkflowContext ctx) {
    return Stream.of(Database.rows())
        .filter(
            rows -> {
              try {
                return rows.next();
              } catch (SQLException e) {
                return false;
              }
            })
        .count();
  }

  @Probe(call = "java.sql.Connection#prepareStatement", by = Way.METHOD_REFERENCE)
  public static boolean reference(WorkflowContext ctx) throws SQLException {
    Connection connection = Database.source().getConnection();
    Database.Prepare prepare = connection::prepareStatement;
    PreparedStatement statement = prepare.prepare("select 1");
    return statement.isClosed();
  }

  @Probe(call = "java.sql.PreparedStatement#executeUpdate", by = Way.INTERFACE)
  public static int repository(WorkflowContext ctx) throws SQLException {
    Database.Repository orders = new Database.Orders(Database.source());
    return orders.deleteAll();
  }

  @Probe(call = "java.sql.DriverManager#getConnection", by = Way.REFLECTION)
  public static String reflected(WorkflowContext ctx) throws Exception {
    try {
      return DriverManager.class
          .getMethod("getConnection", String.class)
          .invoke(null, "jdbc:nowhere:orders")
          .toString();
    } catch (java.lang.reflect.InvocationTargetException e) {
      return e.getCause().getClass().getSimpleName();
    }
  }

  @Probe(call = "java.sql.ResultSet#next", by = Way.STATIC_INITIALISER)
  public static boolean rowsOfTheClass(WorkflowContext ctx) throws SQLException {
    ResultSet rows = Database.SHARED;
    return rows.next();
  }
}
