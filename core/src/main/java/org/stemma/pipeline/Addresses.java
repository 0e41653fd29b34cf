package org.stemma.pipeline;

import java.util.Locale;
import java.util.regex.Pattern;
import org.stemma.text.WebAddresses;

/** Addresses of one page that differ in what leads to no other page. */
final class Addresses {
  private static final Pattern START = Pattern.compile("^(?i:https?)://(?:www\\.)?");

  private Addresses() {}

  /** An address without its scheme, fragment, tracking and last slash; equal for the same page. */
  static String plain(String address) {
    if (!WebAddresses.isWeb(address)) {
      return address;
    }
    String page = START.matcher(WebAddresses.tidy(address)).replaceFirst("");
    int path = page.indexOf('/');
    int host = path < 0 ? page.length() : path;
    String plain = page.substring(0, host).toLowerCase(Locale.ROOT) + page.substring(host);
    return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
  }
}
