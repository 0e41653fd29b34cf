package org.stemma.app.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A small server on loopback, with the security that every route has. Thread-safe.
 *
 * <p>It is the JDK's own: it starts in a few milliseconds and brings nothing to download.
 */
public final class WebServer implements AutoCloseable {
  /** Pages are made in milliseconds; the number bounds what uploads hold in memory at once. */
  private static final int THREADS = 24;

  /** Pending connections; a browser opens six. */
  private static final int BACKLOG = 64;

  /**
   * So much of a refused body is read and thrown away, so that the browser comes to read why. Sent
   * over loopback in a fraction of a second.
   */
  private static final long DRAINED_BYTES = 256L << 20;

  /** Seconds to send a request, headers and body: against connections that only hold a thread. */
  private static final String REQUEST_SECONDS = "60";

  /** Bytes of a streamed answer that go out at once. */
  private static final int CHUNK = 1 << 16;

  private static final Map<String, String> SECURITY_HEADERS = securityHeaders();

  static {
    // Read once, when the JDK's server is first used. Without nodelay each answer waits 40 ms.
    setUnlessSet("sun.net.httpserver.nodelay", "true");
    setUnlessSet("sun.net.httpserver.maxReqTime", REQUEST_SECONDS);
  }

  private final HttpServer server;
  private final ExecutorService workers;
  private final ErrorPage errors;
  private final Gate gate;

  private WebServer(HttpServer server, ErrorPage errors) {
    this.server = server;
    this.errors = errors;
    this.gate = new Gate(server.getAddress().getPort());
    AtomicInteger number = new AtomicInteger();
    this.workers =
        Executors.newFixedThreadPool(
            THREADS,
            work -> {
              Thread thread = new Thread(work, "web-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Starts to answer on 127.0.0.1.
   *
   * @param port 0 to 65535; 0 for any that is free
   * @param handler made with the gate, whose token it puts into forms
   * @throws IOException when the port is taken or not allowed
   */
  public static WebServer start(int port, Function<Gate, Handler> handler, ErrorPage errors)
      throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server;
    try {
      server = HttpServer.create(new InetSocketAddress(loopback, port), BACKLOG);
    } catch (BindException e) {
      throw new IOException(
          "Port " + port + " is in use or not allowed; give another one, or 0 for any.", e);
    }
    WebServer web = new WebServer(server, errors);
    Handler answers = handler.apply(web.gate);
    server.createContext("/", exchange -> web.serve(exchange, answers));
    server.setExecutor(web.workers);
    server.start();
    return web;
  }

  /** Where it answers: {@code http://127.0.0.1:8080/}. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** Stops at once; requests under way are cut. */
  @Override
  public void close() {
    server.stop(0);
    workers.shutdown();
  }

  private void serve(HttpExchange exchange, Handler handler) throws IOException {
    // Not closed when it fails: the server then cuts the connection, while a close would end the
    // answer in good order and pass half a file off as a whole one.
    send(exchange, answer(exchange, handler));
    exchange.close();
  }

  private Answer answer(HttpExchange exchange, Handler handler) {
    String path = exchange.getRequestURI().getRawPath();
    try {
      gate.admit(exchange.getRequestMethod(), exchange.getRequestHeaders());
      return handler.answer(new Request(exchange));
    } catch (Refusal refusal) {
      drain(exchange);
      Answer answer = errors.of(refusal.status(), path, refusal.getMessage());
      return refusal.allowed().isEmpty() ? answer : answer.with("Allow", refusal.allowed());
    } catch (RuntimeException | StackOverflowError e) {
      // Ours, not the caller's: told on the console, never to the caller.
      System.getLogger("org.stemma.app.web")
          .log(System.Logger.Level.ERROR, "No answer for " + path, e);
      drain(exchange);
      return errors.of(500, path, "Something went wrong inside Stemma; its console says what.");
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    SECURITY_HEADERS.forEach(headers::set);
    headers.set("Content-Type", answer.contentType());
    answer.headers().forEach(headers::set);
    int length = answer.body().length;
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (answer.stream().isPresent() && !head) {
      exchange.sendResponseHeaders(answer.status(), 0);
      stream(answer.stream().get(), exchange);
    } else if (answer.stream().isPresent()) {
      exchange.sendResponseHeaders(answer.status(), -1);
    } else if (head || answer.status() == 304) {
      headers.set("Content-Length", Integer.toString(length));
      exchange.sendResponseHeaders(answer.status(), -1);
    } else {
      exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
      exchange.getResponseBody().write(answer.body());
    }
  }

  private static void stream(Answer.Stream stream, HttpExchange exchange) throws IOException {
    OutputStream body = exchange.getResponseBody();
    OutputStream kept =
        new BufferedOutputStream(body, CHUNK) {
          @Override
          public void close() throws IOException {
            flush();
          }
        };
    try {
      stream.writeTo(kept);
    } catch (RuntimeException | StackOverflowError e) {
      String path = exchange.getRequestURI().getRawPath();
      System.getLogger("org.stemma.app.web")
          .log(System.Logger.Level.ERROR, "The answer broke off for " + path, e);
      throw new IOException(e);
    }
    body.close();
  }

  private static void drain(HttpExchange exchange) {
    byte[] scrap = new byte[1 << 16];
    try {
      InputStream in = exchange.getRequestBody();
      long left = DRAINED_BYTES;
      int got;
      while (left > 0 && (got = in.read(scrap)) >= 0) {
        left -= got;
      }
    } catch (IOException e) {
      // The caller is gone; there is nobody to tell.
      return;
    }
  }

  private static Map<String, String> securityHeaders() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    // Not no-referrer: under it browsers send "Origin: null" with our own forms, and then nothing
    // tells them from foreign ones. Other sites learn no address of ours under this one either.
    headers.put("Referrer-Policy", "same-origin");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Embedder-Policy", "require-corp");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    headers.put("Cache-Control", "no-store");
    return headers;
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
