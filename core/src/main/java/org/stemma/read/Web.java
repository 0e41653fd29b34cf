package org.stemma.read;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;

/** The network, as far as fetching needs it: names to numbers, and a connection to a number. */
interface Web {
  /** The one we live in. */
  Web INTERNET =
      new Web() {
        @Override
        public List<InetAddress> numbers(String host) throws IOException {
          return List.of(InetAddress.getAllByName(host));
        }

        @Override
        public void connect(Socket socket, InetSocketAddress to, int millis) throws IOException {
          socket.connect(to, millis);
        }
      };

  /**
   * All addresses of a host.
   *
   * @param host a name, or a number as {@link Address} writes it
   * @throws java.net.UnknownHostException where there is no such host
   */
  List<InetAddress> numbers(String host) throws IOException;

  /** Connects to exactly this address. */
  void connect(Socket socket, InetSocketAddress to, int millis) throws IOException;
}
