package org.stemma.app.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Edge;
import org.stemma.model.LostSource;
import org.stemma.model.Origin;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;
import org.stemma.model.Witness;

/** A statement for reading: its witnesses, oldest first, then who took it from whom. */
final class TraceText {
  private final Sheet sheet;
  private final Function<ArticleId, Article> articles;

  TraceText(Sheet sheet, Function<ArticleId, Article> articles) {
    this.sheet = sheet;
    this.articles = articles;
  }

  /** All that is known of one statement. */
  void statement(Statement statement, Stemma stemma) {
    sheet.heading(title(statement));
    sheet.blank();
    for (int i = 0; i < statement.witnesses().size(); i++) {
      witness(i + 1, statement, statement.witnesses().get(i));
      sheet.blank();
    }
    if (statement.witnesses().size() > 1) {
      descent(statement, stemma);
    }
  }

  /** One line for a statement that also holds the words. */
  void mention(Statement statement) {
    Witness base = statement.baseWitness();
    sheet.paragraph(
        2, title(statement) + ": " + wording(base, Marked.plain(text(base), base.parts())));
  }

  private static String title(Statement statement) {
    long witnesses = statement.witnesses().size();
    return statement.speakerName().orElse(statement.baseWitness().speaker().label())
        + ", "
        + Words.count(witnesses, "witness", "witnesses");
  }

  private void witness(int number, Statement statement, Witness witness) {
    Article article = articles.apply(witness.article());
    sheet.entry(number, Phrases.outlet(article) + ", " + Phrases.published(article));
    sheet.paragraph(5, wording(witness, marked(witness)));
    sheet.field("speaker", speaker(witness));
    sheet.field("date", Phrases.dateOrigin(article));
    changes(statement, witness);
    sheet.field("address", article.address());
  }

  private static String speaker(Witness witness) {
    return witness.speaker().label()
        + (witness.via().isEmpty() ? "" : ", via " + String.join(", citing ", witness.via()));
  }

  private void changes(Statement statement, Witness witness) {
    if (witness.equals(statement.baseWitness())) {
      sheet.field(
          "changed",
          statement.witnesses().size() == 1
              ? "nothing to compare it with"
              : "nothing: the others are compared with this wording");
      return;
    }
    Witness base = statement.baseWitness();
    List<String> changes =
        Phrases.changes(witness.alterations(), text(base), base.speaker(), text(witness));
    if (changes.isEmpty()) {
      sheet.field("changed", "nothing: the same words");
    }
    for (int i = 0; i < changes.size(); i++) {
      sheet.field(i == 0 ? "changed" : "", changes.get(i));
    }
  }

  private String text(Witness witness) {
    return articles.apply(witness.article()).text();
  }

  private String marked(Witness witness) {
    return Marked.of(
        text(witness),
        witness.parts(),
        witness.alterations(),
        alteration -> alteration.inWitness());
  }

  private static String wording(Witness witness, String words) {
    return witness.quoted() ? "\u201c" + words + "\u201d" : words + " (not in quotation marks)";
  }

  private void descent(Statement statement, Stemma stemma) {
    Map<ArticleId, String> names = numbered(statement);
    sheet.heading("Who took it from whom");
    for (Edge edge : stemma.edges()) {
      String reasons = String.join("; ", edge.evidence().stream().map(Phrases::evidence).toList());
      String likely = Math.round(100 * edge.probability()) + " % likely";
      sheet.paragraph(
          2,
          names.get(edge.child())
              + " from "
              + names.get(edge.parent())
              + ", "
              + likely
              + ": "
              + reasons);
    }
    for (LostSource lost : stemma.lost()) {
      for (ArticleId heir : lost.heirs()) {
        sheet.paragraph(
            2, names.get(heir) + ": from " + lost.agency() + ", whose article is not in this desk");
      }
    }
    for (ArticleId undecided : stemma.undecided()) {
      sheet.paragraph(2, names.get(undecided) + ": not decidable from dates and texts");
    }
    if (stemma.edges().isEmpty() && stemma.lost().isEmpty() && stemma.undecided().isEmpty()) {
      sheet.paragraph(2, "Nothing shows that one took it from another.");
    }
    sheet.blank();
  }

  /** How many of a statement's outlets are independent of each other, and which are not. */
  void origins(Statement statement, long outlets, List<Origin> origins) {
    Map<ArticleId, String> names = numbered(statement);
    sheet.heading(
        "In "
            + Words.count(outlets, "outlet", "outlets")
            + ", "
            + Origin.independent(origins)
            + " of them independent of each other");
    for (Origin origin : origins) {
      String who = String.join(", ", origin.articles().stream().map(names::get).toList());
      sheet.paragraph(2, who + ": " + why(origin));
    }
    sheet.blank();
  }

  private static String why(Origin origin) {
    if (!origin.isDecided()) {
      return "nobody can tell who had it first";
    }
    if (origin.agency().isPresent()) {
      return "from the copy of " + origin.agency().get();
    }
    return origin.articles().size() == 1
        ? "nothing tells that it took it from another"
        : "one from the other, or of one outlet";
  }

  /** Each article by the numbers of its witnesses above: "2 (The Castrel Tribune)". */
  private Map<ArticleId, String> numbered(Statement statement) {
    Map<ArticleId, String> names = new HashMap<>();
    for (int i = 0; i < statement.witnesses().size(); i++) {
      ArticleId id = statement.witnesses().get(i).article();
      Article article = articles.apply(id);
      names.putIfAbsent(id, (i + 1) + " (" + article.outlet().orElse(article.address()) + ")");
    }
    return names;
  }
}
