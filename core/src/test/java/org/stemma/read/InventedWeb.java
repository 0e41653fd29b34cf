package org.stemma.read;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A web of invented names. They have public numbers, as the check of addresses wants it; whoever
 * connects to one of those gets the server on loopback.
 */
final class InventedWeb implements Web {
  static final String PUBLIC = "45.45.45.45";

  private final InetSocketAddress server;
  private final Map<String, Deque<List<String>>> names = new HashMap<>();
  private final List<String> connected = new ArrayList<>();

  InventedWeb(InetSocketAddress server) {
    this.server = server;
  }

  /** The numbers of a name, one list a look-up; the last one stays. */
  @SafeVarargs
  @SuppressWarnings("varargs")
  final InventedWeb name(String host, List<String>... lookups) {
    names.put(host, new ArrayDeque<>(List.of(lookups)));
    return this;
  }

  InventedWeb names(String... hosts) {
    for (String host : hosts) {
      name(host, List.of(PUBLIC));
    }
    return this;
  }

  /** To which numbers one was connected, in order. */
  List<String> connected() {
    return List.copyOf(connected);
  }

  @Override
  public List<InetAddress> numbers(String host) throws IOException {
    if (host.startsWith("[") || host.matches("[0-9.]+")) {
      return Web.INTERNET.numbers(host);
    }
    Deque<List<String>> lookups = names.get(host);
    if (lookups == null) {
      throw new UnknownHostException(host);
    }
    List<String> told = lookups.size() > 1 ? lookups.remove() : lookups.peek();
    List<InetAddress> numbers = new ArrayList<>();
    for (String number : told) {
      numbers.add(InetAddress.getByName(number));
    }
    return numbers;
  }

  @Override
  public void connect(Socket socket, InetSocketAddress to, int millis) throws IOException {
    connected.add(to.getAddress().getHostAddress() + ":" + to.getPort());
    socket.connect(server, millis);
  }
}
