package org.stemma.app.pages;

/**
 * How the site is served. It answers on loopback only.
 *
 * @param port 0 to 65535; 0 for any that is free
 */
public record SiteSettings(int port) {
  public SiteSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " must lie in 0 to 65535");
    }
  }
}
