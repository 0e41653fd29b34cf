package org.stemma.clean;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stemma.text.WebAddresses;

/** Web addresses: which of several is the page's own, and what two of one page have in common. */
final class Addresses {
  private static final int LONGEST = 2000;

  private static final Pattern FRONT = Pattern.compile("^(?:www\\d?|m|mobile|amp)\\.");

  private Addresses() {}

  /**
   * The address that a page is known by: the first that it gives itself, without what only tracks
   * readers; where it gives none that can be believed, the one at which it was read.
   *
   * <p>One on another site is not believed, since a newspaper that carries another's story often
   * names the other's page, and its own copy is the witness that was read. It is believed where the
   * page was read from a file, and where an archive or cache has it inside the address at which it
   * keeps the page. Neither is the site's front page, which many templates name everywhere.
   *
   * @param read as in {@link org.stemma.model.Page#address}
   * @param told by the page, the most believed first; may be relative
   */
  static String own(String read, List<String> told) {
    for (String address : told) {
      Optional<String> whole = resolved(read, address);
      if (whole.isPresent() && isBelieved(read, whole.get())) {
        return WebAddresses.tidy(whole.get());
      }
    }
    return WebAddresses.tidy(read);
  }

  /** What addresses of one page share: host without "www.", and path; empty for no web address. */
  static String key(String address) {
    if (!WebAddresses.isWeb(address)) {
      return "";
    }
    String path = path(address);
    return bareHost(address) + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
  }

  /** Lower case, without "www."; empty for no web address. */
  static Optional<String> host(String address) {
    return WebAddresses.isWeb(address)
        ? Optional.of(hostPart(address).replaceFirst("^www\\.", "")).filter(h -> !h.isBlank())
        : Optional.empty();
  }

  private static Optional<String> resolved(String read, String address) {
    String told = address.strip();
    if (told.isEmpty() || told.length() > LONGEST || told.indexOf(' ') >= 0) {
      return Optional.empty();
    }
    if (told.startsWith("//")) {
      return Optional.of("https:" + told);
    }
    if (WebAddresses.isWeb(told)) {
      return Optional.of(told).filter(a -> host(a).isPresent());
    }
    try {
      URI whole = WebAddresses.isWeb(read) ? URI.create(read).resolve(told) : URI.create(told);
      return Optional.of(whole.toString()).filter(WebAddresses::isWeb);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isBelieved(String read, String told) {
    if (!WebAddresses.isWeb(read)) {
      return true;
    }
    boolean front = path(told).length() <= 1 && !told.contains("?") && path(read).length() > 1;
    return !front && (isSameSite(read, told) || path(read).contains("/" + hostPart(told)));
  }

  private static boolean isSameSite(String a, String b) {
    return site(bareHost(a)).equals(site(bareHost(b)));
  }

  /** The last two labels of a host; three in "paper.co.uk". */
  private static String site(String host) {
    String[] labels = host.split("\\.");
    int n = labels.length;
    if (n <= 2) {
      return host;
    }
    boolean country = labels[n - 1].length() == 2 && labels[n - 2].length() <= 3;
    return (country ? labels[n - 3] + '.' : "") + labels[n - 2] + '.' + labels[n - 1];
  }

  private static String bareHost(String address) {
    return FRONT.matcher(hostPart(address)).replaceFirst("");
  }

  private static String hostPart(String address) {
    int start = address.indexOf("://") + 3;
    String host = address.substring(start, end(address, start, "/?#"));
    host = host.substring(host.lastIndexOf('@') + 1);
    int port = host.indexOf(':');
    return (port < 0 ? host : host.substring(0, port)).toLowerCase(Locale.ROOT);
  }

  private static String path(String address) {
    int start = end(address, address.indexOf("://") + 3, "/?#");
    return address.substring(start, end(address, start, "?#"));
  }

  private static int end(String address, int from, String signs) {
    for (int i = from; i < address.length(); i++) {
      if (signs.indexOf(address.charAt(i)) >= 0) {
        return i;
      }
    }
    return address.length();
  }
}
