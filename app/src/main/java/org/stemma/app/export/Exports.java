package org.stemma.app.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.stemma.app.desk.Shelf;
import org.stemma.app.json.ArticleJson;
import org.stemma.app.json.JsonOutput;
import org.stemma.app.json.Offsets;
import org.stemma.app.json.RecordJson;
import org.stemma.dispute.Dispute;
import org.stemma.export.AnnotationExport;
import org.stemma.export.AttributionTable;
import org.stemma.export.CitationExport;
import org.stemma.export.ClaimExport;
import org.stemma.export.Graph;
import org.stemma.export.PassimExport;
import org.stemma.export.ProvenanceExport;
import org.stemma.export.QuotationGraph;
import org.stemma.export.ReuseExport;
import org.stemma.export.ReuseTable;
import org.stemma.export.SpeakerTable;
import org.stemma.export.StemmaGraph;
import org.stemma.export.Table;
import org.stemma.export.WitnessTable;
import org.stemma.model.Annotated;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Attribution;
import org.stemma.model.Entity;
import org.stemma.model.LostSource;
import org.stemma.model.Reuse;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;
import org.stemma.model.Witness;

/**
 * One export: written as it comes, so that memory does not grow with the desk beyond what the
 * record itself takes. Not thread-safe.
 */
public final class Exports {
  private final Shelf shelf;
  private final What what;
  private final Format format;
  private final Wanted wanted;
  private final Articles articles;

  /**
   * @throws IllegalArgumentException when this cannot be had in this format or be chosen so; the
   *     message is one sentence, for people
   */
  public Exports(Shelf shelf, What what, Format format, Wanted wanted) {
    what.requireFormat(format);
    boolean ofArticles = what == What.REUSE || what == What.STEMMA;
    if (ofArticles && !wanted.filter().isOfArticles()) {
      throw new IllegalArgumentException(
          lower(what) + " is between articles: only outlet, from and to choose among it.");
    }
    if (wanted.statement().isPresent()
        && (what != What.STEMMA || shelf.statement(wanted.statement().get()).isEmpty())) {
      throw new IllegalArgumentException(
          what == What.STEMMA
              ? "The desk holds no statement of this id."
              : "Only a stemma can be that of one statement.");
    }
    this.shelf = shelf;
    this.what = what;
    this.format = format;
    this.wanted = wanted;
    this.articles = new Articles(shelf);
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** A name for the file: {@code stemma-statements.csv}. */
  public String fileName() {
    return "stemma-" + lower(what) + "." + format.ending();
  }

  /**
   * Writes all of it.
   *
   * @param out closed at the end
   */
  public void writeTo(OutputStream out) throws IOException {
    switch (what) {
      case ATTRIBUTIONS -> attributions(out);
      case STATEMENTS -> statements(out);
      case SPEAKERS -> speakers(out);
      case DISPUTES -> disputes(out);
      case REUSE -> reuse(out);
      case STEMMA -> stemma(out);
      case QUOTES -> quotes(out);
    }
  }

  private void attributions(OutputStream out) throws IOException {
    switch (format) {
      case JSONL -> attributionLines(out);
      case ANNOTATIONS -> {
        try (AnnotationExport export = new AnnotationExport(out)) {
          forEachArticle(annotated -> export.add(annotated, wantedIn(annotated)));
        }
      }
      default -> {
        try (AttributionTable table = new AttributionTable(tableKind(), out)) {
          forEachArticle(annotated -> table.add(annotated, wantedIn(annotated)));
        }
      }
    }
  }

  private void attributionLines(OutputStream out) throws IOException {
    ArticleJson json = new ArticleJson(out, Offsets.CODEPOINTS);
    forEachArticle(
        annotated -> {
          List<Attribution> chosen =
              annotated.attributions().stream().filter(wantedIn(annotated)).toList();
          if (wanted.filter().isOfArticles() || !chosen.isEmpty()) {
            json.writeAttributions(
                new Annotated(
                    annotated.article(),
                    chosen,
                    annotated.names(),
                    annotated.figures(),
                    annotated.times()),
                false);
          }
        });
    json.finish();
    out.close();
  }

  private Predicate<Attribution> wantedIn(Annotated annotated) {
    return attribution -> wanted.filter().admits(annotated, attribution, articles.entities());
  }

  private void statements(OutputStream out) throws IOException {
    switch (format) {
      case JSONL -> {
        try (ReuseExport export = lines(out)) {
          forEachStatement(export::quotes);
        }
      }
      case PASSIM -> {
        try (PassimExport export = new PassimExport(out, articles)) {
          forEachStatement(export::add);
        }
      }
      case CLAIMS -> {
        try (ClaimExport export = new ClaimExport(out, articles)) {
          forEachStatement(export::add);
        }
      }
      case CSL -> {
        try (CitationExport export = new CitationExport(out, articles)) {
          forEachStatement(export::add);
        }
      }
      default -> {
        try (WitnessTable table = new WitnessTable(tableKind(), out, articles)) {
          forEachStatement(table::add);
        }
      }
    }
  }

  private void speakers(OutputStream out) throws IOException {
    List<Entity> chosen = shelf.speakers().stream().filter(wanted::isCalledSo).toList();
    if (format == Format.JSONL) {
      RecordJson json = new RecordJson(shelf, Offsets.CODEPOINTS);
      JsonOutput lines = new JsonOutput(out);
      boolean any = false;
      for (Entity speaker : chosen) {
        if (!said(speaker).isEmpty()) {
          lines.write(json.entity(speaker));
          any = true;
        }
      }
      lines.finish(any);
      out.close();
    } else {
      try (SpeakerTable table = new SpeakerTable(tableKind(), out)) {
        for (Entity speaker : chosen) {
          List<Statement> said = said(speaker);
          if (!said.isEmpty()) {
            table.add(speaker, said.size(), outlets(speaker, said));
          }
        }
      }
    }
  }

  /** What of a speaker's own is wanted: another's witness of the same statement does not count. */
  private List<Statement> said(Entity speaker) {
    return shelf.statementsBy(speaker).stream()
        .filter(s -> s.witnesses().stream().anyMatch(w -> isBy(speaker, w) && admits(w)))
        .toList();
  }

  private boolean isBy(Entity speaker, Witness witness) {
    return articles
        .entities()
        .of(witness.article(), witness.speaker())
        .filter(speaker::equals)
        .isPresent();
  }

  private boolean admits(Witness witness) {
    return wanted.filter().isAll()
        || wanted
            .filter()
            .admits(
                articles.apply(witness.article()),
                witness.speaker(),
                Optional.of(witness.act()),
                witness.parts(),
                articles.entities());
  }

  private long outlets(Entity speaker, List<Statement> said) {
    return said.stream()
        .flatMap(s -> s.witnesses().stream())
        .filter(w -> isBy(speaker, w))
        .map(w -> articles.apply(w.article()))
        .map(a -> a.outlet().orElse(a.id().value()))
        .distinct()
        .count();
  }

  private void disputes(OutputStream out) throws IOException {
    List<Dispute> chosen = shelf.disputes().stream().filter(this::admits).toList();
    if (format == Format.JSONL) {
      RecordJson json = new RecordJson(shelf, Offsets.CODEPOINTS);
      JsonOutput lines = new JsonOutput(out);
      chosen.forEach(dispute -> lines.write(json.dispute(dispute)));
      lines.finish(!chosen.isEmpty());
      out.close();
    } else {
      try (DisputeTable table = new DisputeTable(tableKind(), out, articles)) {
        for (Dispute dispute : chosen) {
          table.add(dispute);
        }
      }
    }
  }

  private boolean admits(Dispute dispute) {
    return wanted.filter().admits(dispute, articles, articles.entities());
  }

  private void reuse(OutputStream out) throws IOException {
    if (format == Format.JSONL) {
      try (ReuseExport export = lines(out)) {
        forEachReuse(export::passage);
      }
    } else {
      try (ReuseTable table = new ReuseTable(tableKind(), out, articles)) {
        forEachReuse(table::add);
      }
    }
  }

  private void stemma(OutputStream out) throws IOException {
    Stemma stemma = chosen(wholeStemma());
    switch (format) {
      case JSONL -> {
        try (ReuseExport export = lines(out)) {
          export.edges(stemma);
        }
      }
      case PROV -> ProvenanceExport.write(out, stemma, articles);
      default -> StemmaGraph.write(graphKind(), out, stemma, articles);
    }
  }

  private Stemma wholeStemma() {
    return wanted
        .statement()
        .flatMap(shelf::statement)
        .map(shelf::stemmaOf)
        .orElseGet(shelf::stemma);
  }

  /** Of the articles that are wanted, with the edges between them. */
  private Stemma chosen(Stemma stemma) {
    if (wanted.filter().isAll()) {
      return stemma;
    }
    Set<ArticleId> kept = new HashSet<>();
    for (ArticleId id : stemma.articles()) {
      if (wanted.filter().admits(articles.apply(id))) {
        kept.add(id);
      }
    }
    return new Stemma(
        stemma.articles().stream().filter(kept::contains).toList(),
        stemma.edges().stream()
            .filter(e -> kept.contains(e.child()) && kept.contains(e.parent()))
            .toList(),
        stemma.lost().stream()
            .filter(lost -> lost.heirs().stream().anyMatch(kept::contains))
            .map(
                lost ->
                    new LostSource(
                        lost.agency(), lost.heirs().stream().filter(kept::contains).toList()))
            .toList(),
        stemma.undecided().stream().filter(kept::contains).toList());
  }

  private void quotes(OutputStream out) throws IOException {
    QuotationGraph graph = new QuotationGraph();
    forEachArticle(
        annotated -> {
          Optional<String> outlet = annotated.article().outlet();
          for (Attribution attribution : annotated.attributions()) {
            Optional<Entity> speaker =
                articles.entities().of(annotated.article().id(), attribution.speaker());
            if (outlet.isPresent()
                && speaker.isPresent()
                && wantedIn(annotated).test(attribution)) {
              graph.add(outlet.get(), speaker.get().id(), speaker.get().name());
            }
          }
        });
    graph.write(graphKind(), out);
  }

  private Table.Kind tableKind() {
    return format == Format.XLSX ? Table.Kind.XLSX : Table.Kind.CSV;
  }

  private Graph.Kind graphKind() {
    return format == Format.GEXF ? Graph.Kind.GEXF : Graph.Kind.GRAPHML;
  }

  private ReuseExport lines(OutputStream out) throws IOException {
    return new ReuseExport(new OutputStreamWriter(out, UTF_8), id -> articles.apply(id).text());
  }

  /** Does something that may fail in writing. */
  @FunctionalInterface
  private interface Step<T> {
    void take(T item) throws IOException;
  }

  /** The articles of which anything may be wanted, the newest first. */
  private void forEachArticle(Step<Annotated> step) throws IOException {
    for (Article article : shelf.articles()) {
      if (wanted.filter().admits(article)) {
        Optional<Annotated> annotated = shelf.article(article.id());
        if (annotated.isPresent()) {
          step.take(annotated.get());
        }
      }
    }
  }

  private void forEachStatement(Step<Statement> step) throws IOException {
    for (Statement statement : shelf.statements()) {
      if (wanted.admits(statement, shelf, articles)) {
        step.take(statement);
      }
    }
  }

  /** Passages of which one side at least is wanted. */
  private void forEachReuse(Step<Reuse> step) throws IOException {
    try {
      shelf.forEachReuse(
          reuse -> {
            try {
              if (wanted.filter().isAll()
                  || wanted.filter().admits(articles.apply(reuse.a()))
                  || wanted.filter().admits(articles.apply(reuse.b()))) {
                step.take(reuse);
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
