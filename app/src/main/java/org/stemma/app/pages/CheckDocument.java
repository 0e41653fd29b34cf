package org.stemma.app.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
import org.stemma.app.pages.view.CheckReportView;
import org.stemma.app.pages.view.CheckView;
import org.stemma.check.CheckReport;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;

/**
 * A checked draft as one file of HTML that can be mailed and printed: no script, nothing from
 * elsewhere, and no address of this machine in it.
 */
public final class CheckDocument {
  private static final String STYLE = "/org/stemma/app/pages/static/stemma.css";

  private CheckDocument() {}

  /**
   * The document.
   *
   * @param articles finds the articles that the report names
   */
  public static String html(CheckReport report, Function<ArticleId, Article> articles) {
    CheckView view = CheckView.of(report, articles, record -> Optional.empty());
    return new Templates("")
        .render("checkreport", "Draft check", new CheckReportView(view, style()));
  }

  private static String style() {
    try (InputStream in = CheckDocument.class.getResourceAsStream(STYLE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + STYLE);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
