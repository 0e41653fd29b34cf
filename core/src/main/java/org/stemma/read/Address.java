package org.stemma.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.IDN;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a page on the web, in one spelling. What could be read in two ways is refused, so
 * that nobody behind us reads it in another.
 *
 * @param secure true for https
 * @param host a name in lower-case ASCII, an IPv4 address of four plain numbers, or an IPv6 address
 *     in brackets
 * @param target path and query as they are sent: visible ASCII, starting with a slash
 */
record Address(boolean secure, String host, int port, String target) {
  /** What browsers and servers agree to carry. */
  private static final int LONGEST = 8_000;

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /**
   * Below it live mail, terminals and file shares, which a request must not be made to speak to.
   */
  private static final int LOWEST_FREE_PORT = 1024;

  private static final int HIGHEST_PORT = 65_535;

  /** DNS allows no longer name. */
  private static final int LONGEST_HOST = 253;

  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,30}):");
  private static final Pattern WITH_SCHEME =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,30}://.*", Pattern.DOTALL);
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9A-Fa-f:.]{2,45}]|[^:\\[\\]]+)(?::([0-9]{0,5}))?");
  private static final Pattern LABEL = Pattern.compile("[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?");
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");

  private static final Pattern CREDENTIALS = Pattern.compile("//[^/?#]*@");

  /** Where the last label is a number, systems take the whole for an address. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

  /** Sent as they are; all others are sent by their number. */
  private static final String PLAIN = "-._~!$&'()*+,;=:@/?%";

  /** True where a place is meant as an address, whether or not it may be fetched. */
  static boolean looksLike(String place) {
    return WITH_SCHEME.matcher(place.strip()).matches();
  }

  /** What is typed may be told and kept; the password in it must not be. */
  static String withoutPassword(String typed) {
    return CREDENTIALS.matcher(typed).replaceFirst("//...@");
  }

  /**
   * Reads an address; the part behind {@code #} is left out.
   *
   * @throws Unfetched where it is not one that is fetched, with the reason
   */
  static Address parse(String text) throws Unfetched {
    String whole = text.strip();
    if (whole.length() > LONGEST) {
      throw new Unfetched("an address of more than 8,000 characters");
    }
    Matcher scheme = SCHEME.matcher(whole);
    if (!scheme.lookingAt()) {
      throw new Unfetched("not an address: it starts with neither https:// nor http://");
    }
    String name = scheme.group(1).toLowerCase(Locale.ROOT);
    if (!name.equals("http") && !name.equals("https")) {
      throw new Unfetched("only http and https addresses are fetched, not " + name);
    }
    if (!whole.startsWith("//", scheme.end())) {
      throw new Unfetched("not an address: two slashes follow " + name + ":");
    }
    return parse(name.equals("https"), whole.substring(scheme.end() + 2));
  }

  private static Address parse(boolean secure, String rest) throws Unfetched {
    int end = 0;
    while (end < rest.length() && "/?#\\".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String authority = rest.substring(0, end);
    if (authority.indexOf('@') >= 0) {
      throw new Unfetched("holds a user name or a password, which are never sent");
    }
    Matcher parts = AUTHORITY.matcher(authority);
    if (!parts.matches() || rest.startsWith("\\", end)) {
      throw new Unfetched("its host is not written as a host");
    }
    String host = parts.group(1).startsWith("[") ? ipv6(parts.group(1)) : host(parts.group(1));
    return new Address(secure, host, port(secure, parts.group(2)), target(rest.substring(end)));
  }

  private static String ipv6(String literal) {
    return literal.toLowerCase(Locale.ROOT);
  }

  private static String host(String written) throws Unfetched {
    String host;
    try {
      host = IDN.toASCII(written, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw new Unfetched("its host is not written as a host");
    }
    host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    String[] labels = host.split("\\.", -1);
    if (NUMBER.matcher(labels[labels.length - 1]).matches()) {
      if (!IPV4.matcher(host).matches()) {
        throw new Unfetched("writes the number of its host in an odd way, which may hide another");
      }
      return host;
    }
    for (String label : labels) {
      if (!LABEL.matcher(label).matches() || host.length() > LONGEST_HOST) {
        throw new Unfetched("its host is not written as a host");
      }
    }
    return host;
  }

  private static int port(boolean secure, String written) throws Unfetched {
    if (written == null || written.isEmpty()) {
      return secure ? HTTPS : HTTP;
    }
    int port = Integer.parseInt(written);
    if (port != HTTP && port != HTTPS && (port < LOWEST_FREE_PORT || port > HIGHEST_PORT)) {
      throw new Unfetched("names port " + port + "; only 80, 443 and those from 1024 are fetched");
    }
    return port;
  }

  private static String target(String written) {
    int fragment = written.indexOf('#');
    String kept = fragment < 0 ? written : written.substring(0, fragment);
    int question = kept.indexOf('?');
    String path = question < 0 ? kept : kept.substring(0, question);
    String query = question < 0 ? "" : kept.substring(question);
    return encoded(withoutDots(path) + query);
  }

  /** RFC 3986, section 5.2.4: "/a/./b/../c" is "/a/c". */
  private static String withoutDots(String path) {
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = path.split("/", -1);
    for (int i = 1; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      if (segments[i].equals("..")) {
        kept.pollLast();
      }
      if (!segments[i].equals(".") && !segments[i].equals("..")) {
        kept.add(segments[i]);
      } else if (last) {
        kept.add("");
      }
    }
    return "/" + String.join("/", kept);
  }

  private static String encoded(String text) {
    StringBuilder sent = new StringBuilder(text.length());
    for (byte b : text.getBytes(UTF_8)) {
      char c = (char) (b & 0xff);
      boolean letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (letter || PLAIN.indexOf(c) >= 0) {
        sent.append(c);
      } else {
        sent.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return sent.toString();
  }

  /**
   * Where a link on this page leads to.
   *
   * @throws Unfetched as {@link #parse} does
   */
  Address resolve(String link) throws Unfetched {
    String there = link.strip();
    if (SCHEME.matcher(there).lookingAt()) {
      return parse(there);
    }
    if (there.startsWith("//")) {
      return parse(secure, there.substring(2));
    }
    if (there.startsWith("/")) {
      return new Address(secure, host, port, target(there));
    }
    if (there.isEmpty() || there.startsWith("#")) {
      return this;
    }
    int question = target.indexOf('?');
    String path = question < 0 ? target : target.substring(0, question);
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    return new Address(secure, host, port, target((there.startsWith("?") ? path : folder) + there));
  }

  /** Scheme, host and port: what a robots.txt speaks for. */
  String origin() {
    return (secure ? "https://" : "http://") + authority();
  }

  /** Host, and the port where it is not the usual one. */
  String authority() {
    return port == (secure ? HTTPS : HTTP) ? host : host + ":" + port;
  }

  @Override
  public String toString() {
    return origin() + target;
  }
}
