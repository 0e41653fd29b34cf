package org.stemma.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.stemma.app.pages.view.StemmaPicture;
import org.stemma.app.picture.Drawing;
import org.stemma.app.picture.Png;
import org.stemma.app.picture.Svg;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;

/** Where a stemma is drawn to: SVG or PNG, by the name's ending; or nowhere. */
final class PictureFile {
  private final Optional<Path> file;
  private final boolean png;

  private PictureFile(Optional<Path> file, boolean png) {
    this.file = file;
    this.png = png;
  }

  /**
   * @param name empty for nowhere
   */
  static PictureFile named(String name) {
    if (name.isEmpty()) {
      return new PictureFile(Optional.empty(), false);
    }
    String ending = name.toLowerCase(Locale.ROOT);
    if (!ending.endsWith(".svg") && !ending.endsWith(".png")) {
      throw CommandFailed.wrongUse(
          "A picture's name ends in .svg or .png, unlike \"" + Words.plain(name) + "\".");
    }
    try {
      return new PictureFile(Optional.of(Path.of(name)), ending.endsWith(".png"));
    } catch (InvalidPathException e) {
      throw CommandFailed.wrongUse("\"" + Words.plain(name) + "\" cannot be a file's name.");
    }
  }

  void draw(Statement statement, Stemma stemma, Function<ArticleId, Article> articles) {
    if (file.isEmpty()) {
      return;
    }
    Path to = file.get();
    Drawing drawing = new StemmaPicture(statement, stemma, articles, true, "").drawing();
    byte[] bytes;
    try {
      bytes = png ? Png.of(drawing) : Svg.file(drawing).getBytes(UTF_8);
    } catch (IOException e) {
      throw CommandFailed.failed(e.getMessage(), e);
    }
    try {
      Files.write(to, bytes);
    } catch (IOException e) {
      throw CommandFailed.failed("The picture could not be written to " + to + ".", e);
    }
  }
}
