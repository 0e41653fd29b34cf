package org.stemma.app.pages;

import org.stemma.app.api.Api;
import org.stemma.app.web.Answer;

/** One sentence on a page, or in JSON for who asked the API. */
final class ErrorPages {
  private final Templates templates;

  ErrorPages(Templates templates) {
    this.templates = templates;
  }

  Answer answer(int status, String path, String sentence) {
    return path.startsWith("/api/")
        ? Api.error(status, sentence)
        : templates.page(status, "error", title(status), sentence);
  }

  private static String title(int status) {
    return switch (status) {
      case 403, 421 -> "Not let in";
      case 404 -> "Not here";
      case 413 -> "Too much at once";
      case 500 -> "Something went wrong";
      default -> "Not understood";
    };
  }
}
