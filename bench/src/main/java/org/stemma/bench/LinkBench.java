package org.stemma.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stemma.export.ReuseExport;
import org.stemma.link.Linker;
import org.stemma.link.Links;
import org.stemma.model.Act;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.DateOrigin;
import org.stemma.model.Entities;
import org.stemma.model.FoundDate;
import org.stemma.model.Imprint;
import org.stemma.model.Keys;
import org.stemma.model.Kinship;
import org.stemma.model.KnownNames;
import org.stemma.model.Match;
import org.stemma.model.QuotationKind;
import org.stemma.model.Reuse;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;
import org.stemma.text.Quotation;
import org.stemma.text.QuotationMarks;
import org.stemma.trace.Tracer;

/**
 * Links and traces a file of articles and writes what was found as the reuse scorer reads it. Each
 * text is taken as it is, all body, each stretch in quotation marks as an attribution, so that
 * linking is measured apart from cleaning and annotating.
 *
 * <pre>LinkBench docs.jsonl predictions.jsonl [shuffle-seed]</pre>
 */
public final class LinkBench {
  private static final String NAME = "((?:[A-Z][a-z]+\\.? ){0,3}[A-Z][\\w’'-]{2,40})";
  private static final String SAID =
      "(?:said|says|told|added|tweeted|wrote|argued|explained|continued|asked|noted|declared"
          + "|insisted|stressed)";
  private static final Pattern AFTER =
      Pattern.compile("^.{0,2}\\s?,?\\s?(?:" + NAME + " " + SAID + "|" + SAID + " " + NAME + ")");
  private static final Pattern BEFORE =
      Pattern.compile(NAME + "(?:, for one,| has| had| only)?,? " + SAID);
  private static final int NEAR = 120;

  private final Linker linker = new Linker();
  private final HeldArticles desk = new HeldArticles();
  private final Map<String, List<Match>> matches = new TreeMap<>();
  private final List<Kinship> kinships = new ArrayList<>();

  private LinkBench() {}

  /** Runs the bench; see the class. */
  public static void main(String[] arguments) throws IOException {
    List<Annotated> articles = articles(Path.of(arguments[0]));
    if (arguments.length > 2) {
      Collections.shuffle(articles, new Random(Long.parseLong(arguments[2])));
    }
    new LinkBench().run(articles, Path.of(arguments[1]));
  }

  private void run(List<Annotated> articles, Path out) throws IOException {
    long start = System.nanoTime();
    for (Annotated article : articles) {
      add(article);
    }
    long linked = System.nanoTime();
    List<Reuse> reuse = reuse();
    Entities entities = linker.entities(articles, KnownNames.NONE, List.of());
    List<Statement> statements = linker.statements(articles, kinships, entities);
    long read = System.nanoTime();
    Stemma stemma = new Tracer().trace(articles, reuse, statements);
    long traced = System.nanoTime();
    write(out, reuse, statements, stemma);
    System.err.printf(
        "%d articles: linked in %.2f s, read in %.2f s, traced in %.2f s%n",
        articles.size(), (linked - start) / 1e9, (read - linked) / 1e9, (traced - read) / 1e9);
  }

  private void add(Annotated article) {
    Keys keys = linker.keys(article);
    Links links = linker.link(article, keys, desk);
    desk.keep(article, keys);
    kinships.addAll(links.kinships());
    for (Match match : links.matches()) {
      matches.computeIfAbsent(match.a() + " " + match.b(), p -> new ArrayList<>()).add(match);
    }
  }

  private List<Reuse> reuse() {
    List<Reuse> reuse = new ArrayList<>();
    matches.values().forEach(pair -> reuse.addAll(linker.reuse(pair, desk)));
    return reuse;
  }

  private void write(Path out, List<Reuse> reuse, List<Statement> statements, Stemma stemma)
      throws IOException {
    try (Writer writer = Files.newBufferedWriter(out);
        ReuseExport export = new ReuseExport(writer, id -> desk.article(id).article().text())) {
      for (Reuse passage : reuse) {
        export.passage(passage);
      }
      for (Statement statement : statements) {
        if (statement.witnesses().stream().anyMatch(w -> w.quoted())) {
          export.quotes(statement);
        }
      }
      export.edges(stemma);
    }
  }

  private static List<Annotated> articles(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Annotated> articles = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      lines.lines().forEach(line -> articles.add(article(json, line)));
    }
    return articles;
  }

  /** An article of a line, its text as it is. */
  static Annotated article(ObjectMapper json, String line) {
    try {
      JsonNode node = json.readTree(line);
      String text = node.get("text").asText();
      List<FoundDate> dates = new ArrayList<>();
      if (node.hasNonNull("date")) {
        dates.add(new FoundDate(node.get("date").asText(), DateOrigin.GIVEN));
      }
      Article article =
          new Article(
              new ArticleId(node.get("id").asText()),
              node.get("id").asText(),
              Imprint.of(
                  Optional.ofNullable(node.get("outlet")).map(JsonNode::asText), Optional.empty()),
              dates,
              "en",
              text,
              List.of(new Zone(ZoneRole.BODY, new Span(0, text.length()))));
      return new Annotated(article, attributions(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Attribution> attributions(String text) {
    List<Attribution> attributions = new ArrayList<>();
    for (Quotation quotation : QuotationMarks.in(text, new Span(0, text.length()))) {
      attributions.add(
          new Attribution(
              List.of(),
              List.of(),
              List.of(quotation.outer()),
              QuotationKind.DIRECT,
              speaker(text, quotation.outer()),
              Optional.empty(),
              Act.SAY,
              1));
    }
    return attributions;
  }

  private static Speaker speaker(String text, Span quotation) {
    int to = Math.min(text.length(), quotation.end() + NEAR);
    Matcher after = AFTER.matcher(text.substring(quotation.end(), to));
    if (after.find()) {
      return new Speaker.Named(after.group(1) != null ? after.group(1) : after.group(2));
    }
    int from = Math.max(0, quotation.start() - NEAR);
    Matcher before = BEFORE.matcher(text.substring(from, quotation.start()));
    Speaker found = new Speaker.Unknown();
    while (before.find()) {
      found = new Speaker.Named(before.group(1));
    }
    return found;
  }
}
