package org.stemma.app.pages.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.stemma.app.export.Format;
import org.stemma.app.export.What;
import org.stemma.pipeline.Filter;

/**
 * What can be had as files.
 *
 * @param chosen what is asked for, in words; empty for all of the record
 */
public record ExportView(List<Choice> choices, String chosen) {
  /**
   * One thing and the files that tell it.
   *
   * @param what it is, in words
   */
  public record Choice(String name, String what, List<LinkView> files) {
    public Choice {
      files = List.copyOf(files);
    }
  }

  public ExportView {
    choices = List.copyOf(choices);
  }

  /** All that this filter can choose among. */
  public static ExportView of(Filter filter) {
    ListView.Address query = new ListView.Address("");
    List<String> chosen = new ArrayList<>();
    for (Map.Entry<String, String> asked : filter.named().entrySet()) {
      query = query.with(asked.getKey(), asked.getValue());
      chosen.add(asked.getKey() + " " + asked.getValue());
    }
    List<Choice> choices = new ArrayList<>();
    for (What what : What.values()) {
      boolean betweenArticles = what == What.REUSE || what == What.STEMMA;
      if (filter.isOfArticles() || !betweenArticles) {
        choices.add(choice(what, query.text()));
      }
    }
    return new ExportView(choices, String.join(", ", chosen));
  }

  private static Choice choice(What what, String query) {
    String name = what.name().toLowerCase(Locale.ROOT);
    List<LinkView> files = new ArrayList<>();
    for (Format format : what.formats()) {
      files.add(new LinkView(words(format), "/export/" + name + "." + format.ending() + query));
    }
    return new Choice(
        name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), words(what), files);
  }

  private static String words(What what) {
    return switch (what) {
      case ATTRIBUTIONS -> "who said what, article by article";
      case STATEMENTS -> "each outlet’s version of each statement, with what it changed";
      case SPEAKERS -> "who is quoted, under all names";
      case DISPUTES -> "accounts that cannot all stand";
      case REUSE -> "passages that two articles share";
      case STEMMA -> "who took from whom";
      case QUOTES -> "which outlet quotes whom, how often";
    };
  }

  private static String words(Format format) {
    return switch (format) {
      case JSONL -> "JSON Lines";
      case CSV -> "CSV";
      case XLSX -> "Excel";
      case PASSIM -> "JSON Lines as passim has them";
      case ANNOTATIONS -> "Web Annotations";
      case CLAIMS -> "schema.org claims";
      case CSL -> "references (CSL-JSON)";
      case PROV -> "provenance (PROV-O)";
      case GRAPHML -> "GraphML";
      case GEXF -> "GEXF for Gephi";
    };
  }
}
