package org.stemma.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * A server on loopback that sends what it is told, however wrong, and remembers what it was asked.
 */
final class RawServer implements AutoCloseable {
  /** Writes an answer, head and all, in its own time. */
  @FunctionalInterface
  interface Reply {
    void to(OutputStream out) throws IOException, InterruptedException;
  }

  /** What was asked, with the headers below it as they came. */
  record Asked(String host, String path, String head) {
    @Override
    public String toString() {
      return host + path;
    }
  }

  private final ServerSocket server;
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private Runnable meanwhile = () -> {};

  RawServer() throws IOException {
    this(
        () -> {
          try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  RawServer(Supplier<ServerSocket> socket) {
    server = socket.get();
    Thread thread = new Thread(this::serve, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  InetSocketAddress at() {
    return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
  }

  /** What hosts and paths were asked for, in order. */
  List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** Runs on each request, before it is answered. */
  void meanwhile(Runnable what) {
    meanwhile = what;
  }

  /** Answers a host and path ("paper.example/a") in this way. All else is answered 404. */
  RawServer on(String address, Reply reply) {
    replies.put(address, reply);
    return this;
  }

  RawServer page(String address, String body) {
    return on(address, out -> out.write(ok("text/html; charset=utf-8", body.getBytes(UTF_8))));
  }

  RawServer head(String address, String... lines) {
    return on(address, out -> out.write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(UTF_8)));
  }

  RawServer redirect(String address, String to) {
    return head(address, "HTTP/1.1 302 Found", "Location: " + to, "Content-Length: 0");
  }

  static byte[] ok(String type, byte[] body, String... headers) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + body.length
            + "\r\n"
            + String.join("", List.of(headers).stream().map(h -> h + "\r\n").toList())
            + "\r\n";
    answer.writeBytes(head.getBytes(UTF_8));
    answer.writeBytes(body);
    return answer.toByteArray();
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        Thread thread = new Thread(() -> answer(socket), "raw-answer");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        // Closed, or a client that went away: the next one is waited for.
      }
    }
  }

  private void answer(Socket socket) {
    try (socket) {
      String head = head(socket.getInputStream());
      String path = head.split(" ", 3)[1];
      String host = head.replaceAll("(?s).*\r\nHost: ([^\r]*)\r\n.*", "$1");
      asked.add(new Asked(host, path, head));
      meanwhile.run();
      Reply reply =
          replies.getOrDefault(
              host + path,
              out ->
                  out.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8)));
      reply.to(socket.getOutputStream());
      socket.getOutputStream().flush();
    } catch (IOException | InterruptedException e) {
      // The client had enough.
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("no request");
      }
      head.append(new String(new byte[] {(byte) b}, ISO_8859_1));
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
