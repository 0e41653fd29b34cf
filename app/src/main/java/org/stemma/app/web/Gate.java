package org.stemma.app.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.Headers;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * Who is let in. A server on loopback is reached by every page that its user has open, so each
 * request must name this very server (against rebound names), must not come from a page of another
 * site, and a write must carry the token that only our own pages know.
 */
public final class Gate {
  /** Enough that nobody guesses it: 144 bits, 24 characters. */
  private static final int TOKEN_BYTES = 18;

  private static final Set<String> HARMLESS = Set.of("GET", "HEAD");
  private static final Set<String> KNOWN_METHODS = Set.of("GET", "HEAD", "POST");

  private final Set<String> hosts;
  private final Set<String> origins;
  private final String token;

  Gate(int port) {
    hosts = Set.of("localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port);
    origins =
        Set.of("http://localhost:" + port, "http://127.0.0.1:" + port, "http://[::1]:" + port);
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** What a form of ours carries to be allowed to write; another one for each process. */
  public String token() {
    return token;
  }

  /**
   * @throws Refusal unless {@code given} is the token
   */
  public void demandToken(String given) {
    if (!MessageDigest.isEqual(given.getBytes(US_ASCII), token.getBytes(US_ASCII))) {
      throw new Refusal(
          403, "This form is from before the last start of Stemma; open the page again.");
    }
  }

  /**
   * @throws Refusal when this request is not let in
   */
  void admit(String method, Headers headers) {
    List<String> host = headers.getOrDefault("Host", List.of());
    if (host.size() != 1 || !hosts.contains(host.get(0))) {
      throw new Refusal(421, "This server answers only to the address it was started with.");
    }
    for (String origin : headers.getOrDefault("Origin", List.of())) {
      if (!origins.contains(origin)) {
        throw new Refusal(403, "Requests from pages of other sites are not answered.");
      }
    }
    if (!KNOWN_METHODS.contains(method)) {
      throw Refusal.notAllowed("GET, HEAD, POST", "Only GET, HEAD and POST are answered.");
    }
    String site = String.join(",", headers.getOrDefault("Sec-Fetch-Site", List.of("none")));
    if (!HARMLESS.contains(method) && !site.equals("same-origin") && !site.equals("none")) {
      throw new Refusal(403, "Requests from pages of other sites are not answered.");
    }
  }
}
