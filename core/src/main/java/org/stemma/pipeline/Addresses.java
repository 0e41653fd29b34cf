package org.stemma.pipeline;

import java.util.Locale;
import java.util.regex.Pattern;

/** Addresses of one page that differ in what leads to no other page. */
final class Addresses {
  private static final Pattern START = Pattern.compile("^(?i:https?)://(?:www\\.)?");

  /** What links carry to tell who followed them. */
  private static final Pattern TRACKING =
      Pattern.compile("(?<=[?&])(?:utm_[a-z]{1,20}|fbclid|gclid|at_medium|at_campaign)=[^&#]*&?");

  private Addresses() {}

  /** An address without its scheme, fragment, tracking and last slash; equal for the same page. */
  static String plain(String address) {
    int fragment = address.indexOf('#');
    String whole = fragment < 0 ? address : address.substring(0, fragment);
    String page = START.matcher(whole).replaceFirst("");
    if (page.length() == whole.length()) {
      return address;
    }
    int path = page.indexOf('/');
    int host = path < 0 ? page.length() : path;
    String lower = page.substring(0, host).toLowerCase(Locale.ROOT) + page.substring(host);
    return withoutEnd(TRACKING.matcher(lower).replaceAll(""));
  }

  private static String withoutEnd(String address) {
    int end = address.length();
    while (end > 0 && "?&".indexOf(address.charAt(end - 1)) >= 0) {
      end--;
    }
    return address.substring(0, end > 0 && address.charAt(end - 1) == '/' ? end - 1 : end);
  }
}
