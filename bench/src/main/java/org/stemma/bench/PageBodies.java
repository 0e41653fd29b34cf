package org.stemma.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.stemma.clean.Cleaner;
import org.stemma.clean.NotAnArticle;
import org.stemma.model.Article;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;
import org.stemma.read.Pages;
import org.stemma.read.Reading;

/**
 * Writes the article text that Stemma finds in each page of a folder of {@code ID.html.gz}, in the
 * form that the scorer of article extraction takes: {@code {"ID": {"articleBody": "..."}}}.
 *
 * <p>Usage: {@code PageBodies FOLDER > mine.json}
 */
public final class PageBodies {
  private PageBodies() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("usage: PageBodies FOLDER");
    }
    ObjectMapper json = new ObjectMapper();
    ObjectNode found = json.createObjectNode();
    Cleaner cleaner = new Cleaner();
    for (Path page : PackedPages.files(Path.of(args[0]))) {
      String name = page.getFileName().toString();
      String id = name.substring(0, name.length() - PackedPages.ENDING.length());
      found.putObject(id).put("articleBody", body(page, cleaner));
    }
    System.out.println(json.writeValueAsString(found));
  }

  private static String body(Path file, Cleaner cleaner) throws IOException {
    byte[] bytes = PackedPages.unpacked(file);
    try (Pages pages = Pages.open(List.of("-"), new ByteArrayInputStream(bytes))) {
      return pages.next() instanceof Reading.Found found ? body(cleaner.clean(found.page())) : "";
    } catch (NotAnArticle e) {
      return "";
    }
  }

  private static String body(Article article) {
    StringBuilder body = new StringBuilder();
    for (Zone zone : article.zones()) {
      if (zone.role() == ZoneRole.BODY || zone.role() == ZoneRole.DATELINE) {
        body.append(zone.span().in(article.text())).append("\n\n");
      }
    }
    return body.toString();
  }
}
