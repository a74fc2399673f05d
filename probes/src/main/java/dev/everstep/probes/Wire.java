package dev.everstep.probes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** What a project writes around the network; its server hears the loopback interface alone. */
final class Wire {
  static final Names NAMES = InetAddress::getByName;
  private static final ServerSocket SERVER = listen();
  static final int PORT = SERVER.getLocalPort();

  private Wire() {}

  private static ServerSocket listen() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isUp(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Finds the address of a host. */
  interface Names {
    InetAddress find(String host) throws IOException;
  }

  /** Asks the system. */
  static final class System implements Names {
    @Override
    public InetAddress find(String host) throws IOException {
      return InetAddress.getByName(host);
    }
  }
}
