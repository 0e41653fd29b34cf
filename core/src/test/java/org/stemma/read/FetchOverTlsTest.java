package org.stemma.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The connection goes to a number, and the certificate is still that of the name. */
@Timeout(60)
class FetchOverTlsTest {
  private static final String INVALID =
      "cannot show that it is who it says: its certificate or TLS is not valid";
  private static final String PASSWORD = "invented";
  private static final FetchLimits LIMITS =
      new FetchLimits(
          200_000, 20_000, 5, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));

  @TempDir private static Path folder;
  private static SSLContext context;

  @BeforeAll
  static void makeCertificate() throws Exception {
    Path store = folder.resolve("paper.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "paper",
                "-keyalg",
                "EC",
                "-dname",
                "CN=paper.example",
                "-ext",
                "SAN=dns:paper.example",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.txt").toFile())
            .start();
    assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(keytool.exitValue()).isZero();
    context = context(store);
  }

  private static SSLContext context(Path store) throws GeneralSecurityException, IOException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD.toCharArray());
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    SSLContext made = SSLContext.getInstance("TLS");
    made.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return made;
  }

  private static ServerSocket socket() {
    try {
      return context
          .getServerSocketFactory()
          .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theCertificateIsThatOfTheName() throws IOException {
    try (RawServer server = new RawServer(FetchOverTlsTest::socket)) {
      server.page("paper.example/a", "<html>Ferry");
      assertThat(only("https://paper.example/a", server, context.getSocketFactory(), LIMITS))
          .isInstanceOf(Reading.Found.class);
      assertThat(server.asked()).hasToString("[paper.example/robots.txt, paper.example/a]");
    }
  }

  @Test
  void theCertificateOfAnotherNameIsRefused() throws IOException {
    try (RawServer server = new RawServer(FetchOverTlsTest::socket)) {
      server.page("other.example/a", "<html>Ferry");
      SSLSocketFactory tls = context.getSocketFactory();
      assertThat(reason("https://other.example/a", server, tls, LIMITS)).isEqualTo(INVALID);
      assertThat(server.asked()).isEmpty();
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() throws IOException {
    SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (RawServer server = new RawServer(FetchOverTlsTest::socket)) {
      server.page("paper.example/a", "<html>Ferry");
      assertThat(reason("https://paper.example/a", server, tls, LIMITS)).isEqualTo(INVALID);
      assertThat(server.asked()).isEmpty();
    }
  }

  @Test
  void aRedirectOutOfTlsIsNotFollowed() throws IOException {
    try (RawServer server = new RawServer(FetchOverTlsTest::socket)) {
      server.redirect("paper.example/a", "http://paper.example/b");
      assertThat(reason("https://paper.example/a", server, context.getSocketFactory(), LIMITS))
          .isEqualTo(
              "redirects from https to http://paper.example/b, which anybody on the way could"
                  + " forge");
    }
  }

  /** A record of TLS that comes byte by byte is one read to whoever reads above TLS. */
  @Test
  void aSlowDripBelowTls() throws IOException {
    FetchLimits quick =
        new FetchLimits(
            200_000, 20_000, 5, LIMITS.connect(), Duration.ofMillis(300), Duration.ofSeconds(1));
    try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      serve(plain, FetchOverTlsTest::drip);
      assertThat(reason("https://paper.example/a", web(plain), context.getSocketFactory(), quick))
          .isEqualTo("not read to its end within 1 s");
    }
  }

  private static void drip(Socket client) throws IOException, InterruptedException {
    // A handshake record of 16,000 bytes is announced.
    client.getOutputStream().write(new byte[] {22, 3, 3, 0x3e, (byte) 0x80});
    while (true) {
      client.getOutputStream().write(2);
      Thread.sleep(50);
    }
  }

  @Test
  void whoSpeaksNoTlsIsRefused() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      serve(
          plain,
          client -> client.getOutputStream().write("HTTP/1.1 400 No\r\n\r\n".getBytes(UTF_8)));
      assertThat(reason("https://paper.example/a", web(plain), context.getSocketFactory(), LIMITS))
          .isEqualTo(INVALID);
    }
  }

  @FunctionalInterface
  private interface Answer {
    void to(Socket client) throws IOException, InterruptedException;
  }

  private static void serve(ServerSocket server, Answer answer) {
    Thread thread =
        new Thread(
            () -> {
              try (Socket client = server.accept()) {
                answer.to(client);
              } catch (IOException | InterruptedException e) {
                // The client had enough.
              }
            },
            "plain-server");
    thread.setDaemon(true);
    thread.start();
  }

  private static InventedWeb web(ServerSocket server) {
    return new InventedWeb(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()))
        .names("paper.example", "other.example");
  }

  private static String reason(
      String address, RawServer server, SSLSocketFactory tls, FetchLimits limits) {
    return ((Reading.Unreadable) only(address, server, tls, limits)).reason();
  }

  private static String reason(
      String address, InventedWeb web, SSLSocketFactory tls, FetchLimits limits) {
    return ((Reading.Unreadable) only(address, web, tls, limits)).reason();
  }

  private static Reading only(
      String address, RawServer server, SSLSocketFactory tls, FetchLimits limits) {
    InventedWeb web = new InventedWeb(server.at()).names("paper.example", "other.example");
    return only(address, web, tls, limits);
  }

  private static Reading only(
      String address, InventedWeb web, SSLSocketFactory tls, FetchLimits limits) {
    Fetching fetching = new Fetching(Optional.of(new Fetcher(web, tls, limits, new HandClock())));
    try (Pages pages = Pages.open(List.of(address), InputStream.nullInputStream(), fetching)) {
      return pages.next();
    }
  }
}
