package dev.everstep.probes;

import com.google.common.io.Resources;
import com.sun.net.httpserver.HttpServer;
import dev.everstep.WorkflowContext;
import dev.everstep.annotations.Durable;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpClient;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javax.net.SocketFactory;

/** Bodies that talk to others, or ask for their names. */
@Durable
@Group("network")
public final class NetworkProbes {
  private NetworkProbes() {}

  @Probe(call = "java.net.Socket#<init>")
  public static boolean socket(WorkflowContext ctx) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Wire.PORT)) {
      return socket.isConnected();
    }
  }

  @Probe(call = "java.net.InetAddress#getByName")
  public static String lookup(WorkflowContext ctx) throws IOException {
    return InetAddress.getByName("localhost").getHostAddress();
  }

  @Probe(call = "java.net.NetworkInterface#getNetworkInterfaces")
  public static boolean interfaces(WorkflowContext ctx) throws IOException {
    return NetworkInterface.getNetworkInterfaces().hasMoreElements();
  }

  @Probe(call = "java.net.ServerSocket#<init>")
  public static int freePort(WorkflowContext ctx) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Probe(call = "java.net.DatagramSocket#<init>")
  public static int datagram(WorkflowContext ctx) throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Probe(call = "java.nio.channels.SocketChannel#open")
  public static boolean channel(WorkflowContext ctx) throws IOException {
    try (SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), Wire.PORT))) {
      return channel.isConnected();
    }
  }

  @Probe(call = "java.nio.channels.Selector#open", changesResult = false)
  public static boolean selector(WorkflowContext ctx) throws IOException {
    try (Selector selector = Selector.open()) {
      return selector.isOpen();
    }
  }

  @Probe(call = "java.net.http.HttpClient#newHttpClient", changesResult = false)
  public static String client(WorkflowContext ctx) {
    return HttpClient.newHttpClient().version().name();
  }

  @Probe(call = "java.net.URL#openConnection", changesResult = false)
  public static String connection(WorkflowContext ctx) throws IOException {
    return new URL("http://localhost:1/").openConnection().getURL().getHost();
  }

  @Probe(call = "java.net.URL#equals", changesResult = false)
  public static boolean sameUrl(WorkflowContext ctx) throws IOException {
    return new URL("http://localhost/").equals(new URL("http://localhost:80/"));
  }

  @Probe(call = "com.sun.net.httpserver.HttpServer#create")
  public static int server(WorkflowContext ctx) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.stop(0);
    return server.getAddress().getPort();
  }

  @Probe(call = "java.net.Socket#connect", by = Way.HELPER)
  public static boolean helper(WorkflowContext ctx) {
    return Wire.isUp(Wire.PORT);
  }

  @Probe(call = "java.net.InetSocketAddress#<init>", by = Way.LAMBDA)
  public static long lambda(WorkflowContext ctx) {
    return Stream.of("localhost")
        .filter(host -> !new InetSocketAddress(host, 80).isUnresolved())
        .count();
  }

  @Probe(call = "java.net.InetAddress#getByName", by = Way.METHOD_REFERENCE)
  public static String reference(WorkflowContext ctx) throws IOException {
    Wire.Names names = InetAddress::getByName;
    return names.find("localhost").getHostAddress();
  }

  @Probe(call = "javax.net.SocketFactory#createSocket", by = Way.INTERFACE)
  public static boolean factory(WorkflowContext ctx) throws IOException {
    SocketFactory factory = SocketFactory.getDefault();
    try (Socket socket = factory.createSocket(InetAddress.getLoopbackAddress(), Wire.PORT)) {
      return socket.isConnected();
    }
  }

  @Probe(call = "java.net.InetAddress#getByName", by = Way.INTERFACE)
  public static String throughInterface(WorkflowContext ctx) throws IOException {
    Wire.Names names = new Wire.System();
    return names.find("localhost").getHostAddress();
  }

  @Probe(call = "java.net.InetAddress#getByName", by = Way.STATIC_INITIALISER)
  public static String namesOfTheClass(WorkflowContext ctx) throws IOException {
    return Wire.NAMES.find("localhost").getHostAddress();
  }

  @Probe(call = "java.net.InetAddress#getByName", by = Way.REFLECTION)
  public static String reflected(WorkflowContext ctx) throws Exception {
    Object found = InetAddress.class.getMethod("getByName", String.class).invoke(null, "localhost");
    return ((InetAddress) found).getHostAddress();
  }

  @Probe(call = "java.net.URL#openStream", by = Way.LIBRARY)
  public static String guava(WorkflowContext ctx) throws IOException {
    return Resources.toString(Disk.FILE.toUri().toURL(), StandardCharsets.UTF_8);
  }
}
