package org.stemma.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Addresses of pages on the web. Thread-safe. */
public final class WebAddresses {
  /** Parameters that tell who sent the reader, never which page is shown. */
  private static final Pattern TRACKING =
      Pattern.compile(
          "(?i)(?:utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi"
              + "|mkt_tok|ocid|cmpid|ns_[a-z]+|at_(?:medium|campaign|custom.*))");

  private WebAddresses() {}

  /** True for what starts with {@code http://} or {@code https://}, in letters of any case. */
  public static boolean isWeb(String address) {
    return address.regionMatches(true, 0, "http://", 0, 7)
        || address.regionMatches(true, 0, "https://", 0, 8);
  }

  /** Without tracking parameters and the place in the page; what is no web address as it is. */
  public static String tidy(String address) {
    if (!isWeb(address)) {
      return address;
    }
    int hash = address.indexOf('#');
    // "#!" is how some sites address pages.
    boolean place = hash >= 0 && !address.startsWith("#!", hash);
    String whole = place ? address.substring(0, hash) : address;
    int question = whole.indexOf('?');
    if (question < 0 || whole.indexOf('#') >= 0) {
      return whole;
    }
    List<String> kept = new ArrayList<>();
    for (String parameter : whole.substring(question + 1).split("&")) {
      String name = parameter.split("=", 2)[0];
      if (!parameter.isEmpty() && !TRACKING.matcher(name).matches()) {
        kept.add(parameter);
      }
    }
    String rest = kept.isEmpty() ? "" : "?" + String.join("&", kept);
    return whole.substring(0, question) + rest;
  }
}
