package org.stemma.app.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.stemma.pipeline.Extraction;
import org.stemma.read.Pages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stemma extract}: who said what, page by page, without a desk. */
@Command(
    name = "extract",
    description = {"Finds who said what, page by page. Needs no desk.", ""},
    footer = {
      "",
      "In:   articles as 'stemma read' writes them, or raw pages. A line of JSON",
      "      Lines needs only \"id\" and \"text\".",
      "Out:  one line of JSON an article, in the order of the input:",
      "      {\"id\",\"language\",\"read\",\"attributions\":[{\"source\":[[s,e]...],",
      "      \"cue\",\"content\",\"kind\",\"speaker\",\"speaker_confidence\",",
      "      \"on_behalf_of\",\"via\",\"act\",\"confidence\"}...],",
      "      \"names\":[{\"span\":[s,e],\"kind\"}...]}",
      "      s and e count characters of \"text\" from 0; the one at e is not in.",
      "      \"read\" is all, or quotations where the article is not in English: then",
      "      only those are found, by their marks, and who speaks is left open.",
      "      A name's kind is person, organization, place or other. With --vectors",
      "      each attribution has a \"vector\" of whole numbers from -127 to 127: what",
      "      its content means. The cosine of two tells how alike the meanings are;",
      "      where none is known the vector is empty.",
      "      With --resolve a line also has \"attributions\" with \"source\", \"cue\"",
      "      and \"content\", as they stand in the output (in characters): the spans",
      "      stay, the rest is filled in, and \"confidence\" is the speaker's.",
      "",
      "Example:",
      "  ./stemma extract examples/desk"
    })
final class ExtractCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private Places places;
  @Mixin private ModelOption model;
  @Mixin private ConfidenceOption confidence;

  @Option(names = "--vectors", description = "Also tells what each content means, as numbers.")
  private boolean vectors;

  @Option(
      names = "--resolve",
      description =
          "Takes the attributions that lines have already, and fills in who speaks, via and act.")
  private boolean resolve;

  @Mixin private LineOptions lines;
  @Mixin private ReportOption report;
  @Mixin private HelpOption help;

  ExtractCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    double least = confidence.least();
    List<String> wanted = places.orStandardInput(terminal);
    return report.during(
        told ->
            new ArticleStream(terminal, lines.offsets(), told)
                .run(
                    Pages.open(wanted, terminal.in()),
                    resolve
                        ? Extraction.resolving(model.effort().model())
                        : Extraction.withAttributions(model.effort().model()),
                    (json, annotated) ->
                        json.writeAttributions(ConfidenceOption.sure(annotated, least), vectors)));
  }
}
