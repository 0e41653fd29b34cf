package org.stemma.app.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stemma.app.web.Answer;
import org.stemma.app.web.Refusal;

/**
 * The stylesheet, the scripts and the icon. A closed list, read once when the site starts: what is
 * not on it is not there, so no path is ever looked up.
 */
final class Assets {
  private static final String FOLDER = "/org/stemma/app/pages/static/";
  private static final Map<String, String> TYPES =
      Map.of(
          "stemma.css", "text/css; charset=utf-8",
          "adding.js", "text/javascript; charset=utf-8",
          "anywhere.js", "text/javascript; charset=utf-8",
          "drop.js", "text/javascript; charset=utf-8",
          "follow.js", "text/javascript; charset=utf-8",
          "icon.svg", "image/svg+xml",
          "world.svg", "image/svg+xml");

  private record Asset(Answer answer, String tag) {}

  private final Map<String, Asset> byName = new LinkedHashMap<>();

  Assets() {
    TYPES.forEach((name, type) -> byName.put(name, read(name, type)));
  }

  /**
   * @param known the tag that the browser holds
   * @throws Refusal when there is no such file
   */
  Answer answer(String name, Optional<String> known) {
    Asset asset = byName.get(name);
    if (asset == null) {
      throw Refusal.notFound("There is no file of this name.");
    }
    if (known.isPresent() && known.get().equals(asset.tag())) {
      Answer full = asset.answer();
      return new Answer(304, full.contentType(), new byte[0], full.headers());
    }
    return asset.answer();
  }

  private static Asset read(String name, String type) {
    try (InputStream in = Assets.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + FOLDER + name);
      }
      byte[] bytes = in.readAllBytes();
      String tag = "\"" + digest(bytes) + "\"";
      Answer answer = new Answer(200, type, bytes, Map.of("ETag", tag));
      // Kept by browsers, but asked after each time: a new version shows at once.
      return new Asset(answer.with("Cache-Control", "no-cache"), tag);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
