package org.stemma.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.stemma.model.Outcome;

/**
 * One request, one answer, one connection: to an address that was checked, and to no other. The
 * name of the host is what the certificate is checked against.
 */
final class Exchange {
  /** As a robots.txt names us, and servers write into their logs. */
  static final String USER_AGENT = "Stemma";

  private static final Http1Config HTTP =
      Http1Config.custom().setMaxLineLength(64 << 10).setMaxHeaderCount(500).build();

  /** Statuses below it only announce the answer. */
  private static final int FIRST_FINAL_STATUS = 200;

  private final Web web;
  private final SSLSocketFactory tls;
  private final FetchLimits limits;

  Exchange(Web web, SSLSocketFactory tls, FetchLimits limits) {
    this.web = web;
    this.tls = tls;
    this.limits = limits;
  }

  /** How much of a body is kept. */
  @FunctionalInterface
  interface Keep {
    byte[] of(InputStream body) throws IOException;
  }

  /**
   * Asks for a page.
   *
   * @param numbers of the host, checked; the first that lets us in is taken
   * @param left of the time that the whole may take
   * @param headers to send beside those that every request has
   * @throws Unfetched where no answer came, or not a whole one
   */
  Answer get(
      Address address,
      List<InetAddress> numbers,
      Duration left,
      Map<String, String> headers,
      Keep keep)
      throws Unfetched {
    try (TimedSocket socket = connected(address, numbers, left)) {
      return get(address, socket, headers, keep);
    } catch (IOException e) {
      throw e instanceof Unfetched told ? told : new Unfetched("cannot be reached");
    }
  }

  private TimedSocket connected(Address address, List<InetAddress> numbers, Duration left)
      throws Unfetched {
    String reason = "cannot be reached";
    long started = System.nanoTime();
    for (InetAddress number : numbers) {
      TimedSocket socket = new TimedSocket(limits, left);
      int spent = (int) ((System.nanoTime() - started) / 1_000_000);
      int millis = socket.millisLeft(limits.connect().minusMillis(spent));
      try {
        if (millis > 0) {
          web.connect(socket, new InetSocketAddress(number, address.port()), millis);
          return socket;
        }
        reason = "no answer within " + FetchLimits.words(limits.connect());
      } catch (SocketTimeoutException e) {
        reason = "no answer within " + FetchLimits.words(limits.connect());
      } catch (IOException e) {
        reason = "cannot be reached: nobody answers there";
      }
      closeUnused(socket);
    }
    throw new Unfetched(reason);
  }

  private static void closeUnused(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It was never connected: nothing is lost.
    }
  }

  private Answer get(Address address, TimedSocket socket, Map<String, String> headers, Keep keep)
      throws Unfetched {
    try {
      DefaultBHttpClientConnection connection = new DefaultBHttpClientConnection(HTTP);
      if (address.secure()) {
        connection.bind(secured(address, socket), socket);
      } else {
        connection.bind(socket);
      }
      connection.sendRequestHeader(request(address, headers));
      connection.flush();
      ClassicHttpResponse response = connection.receiveResponseHeader();
      while (response.getCode() < FIRST_FINAL_STATUS) {
        response = connection.receiveResponseHeader();
      }
      socket.expectBody();
      return answer(connection, response, keep);
    } catch (HttpException | IOException | IllegalArgumentException e) {
      // The last is how HttpCore takes a status of 000.
      throw socket.verdict().orElseGet(() -> reason(e));
    }
  }

  private SSLSocket secured(Address address, Socket socket) throws IOException {
    String host = address.host().replaceAll("[\\[\\]]", "");
    SSLSocket secured = (SSLSocket) tls.createSocket(socket, host, address.port(), false);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private static BasicClassicHttpRequest request(Address address, Map<String, String> headers) {
    BasicClassicHttpRequest request = new BasicClassicHttpRequest("GET", address.target());
    request.setHeader("Host", address.authority());
    request.setHeader("User-Agent", USER_AGENT);
    request.setHeader(
        "Accept", "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8");
    request.setHeader("Accept-Encoding", ContentCoding.ACCEPTED);
    request.setHeader("Connection", "close");
    headers.forEach(request::setHeader);
    return request;
  }

  private Answer answer(
      DefaultBHttpClientConnection connection, ClassicHttpResponse response, Keep keep)
      throws HttpException, IOException {
    Map<String, String> headers = new HashMap<>();
    for (Header header : response.getHeaders()) {
      // Headers come byte for byte; where servers put letters beyond ASCII, they are UTF-8.
      String value = new String(String.valueOf(header.getValue()).getBytes(ISO_8859_1), UTF_8);
      headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), value);
    }
    byte[] body = {};
    if (response.getCode() == Answer.OK) {
      connection.receiveResponseEntity(response);
      String coding = headers.getOrDefault("content-encoding", "");
      if (response.getEntity() != null) {
        InputStream raw = response.getEntity().getContent();
        body = keep.of(ContentCoding.decoded(coding, raw, limits.bodyBytes()));
      }
    }
    return new Answer(response.getCode(), headers, body);
  }

  private static Unfetched reason(Exception e) {
    if (e instanceof Unfetched told) {
      return told;
    }
    if (e instanceof TooLarge) {
      return new Unfetched(Outcome.Kind.TOO_LARGE, e.getMessage());
    }
    if (e instanceof MessageConstraintException) {
      return new Unfetched(Outcome.Kind.TOO_LARGE, "sends an endless head");
    }
    if (e instanceof SSLException) {
      return new Unfetched(
          "cannot show that it is who it says: its certificate or TLS is not valid");
    }
    if (e instanceof NoHttpResponseException) {
      return new Unfetched("closed the connection without an answer");
    }
    if (e instanceof HttpException || e instanceof IllegalArgumentException) {
      return new Unfetched("does not answer in HTTP");
    }
    return new Unfetched(Outcome.Kind.BROKEN, "its answer broke off or is broken");
  }
}
