package org.stemma.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Edge;
import org.stemma.model.FoundDate;
import org.stemma.model.LostSource;
import org.stemma.model.Stemma;

/**
 * Writes a stemma in the words of PROV-O (JSON-LD): articles are entities, outlets and agencies
 * agents; an article was derived from its parents, each derivation with its evidence, and has an
 * agency's article that is not held as a primary source.
 */
public final class ProvenanceExport {
  private final LinkedFile file;
  private final Stemma stemma;
  private final Function<ArticleId, Article> articles;

  private ProvenanceExport(OutputStream out, Stemma stemma, Function<ArticleId, Article> articles)
      throws IOException {
    this.file = new LinkedFile(out);
    this.stemma = stemma;
    this.articles = articles;
  }

  /**
   * Writes all of it.
   *
   * @param out closed at the end
   */
  public static void write(OutputStream out, Stemma stemma, Function<ArticleId, Article> articles)
      throws IOException {
    new ProvenanceExport(out, stemma, articles).write();
  }

  private void write() throws IOException {
    file.open()
        .open("@context")
        .put("prov", "http://www.w3.org/ns/prov#")
        .put("rdfs", "http://www.w3.org/2000/01/rdf-schema#")
        .put("dcterms", "http://purl.org/dc/terms/")
        .close()
        .list("@graph");
    Map<ArticleId, List<Edge>> parents = new HashMap<>();
    for (Edge edge : stemma.edges()) {
      parents.computeIfAbsent(edge.child(), c -> new ArrayList<>()).add(edge);
    }
    Map<ArticleId, String> lost = new HashMap<>();
    TreeSet<String> agents = new TreeSet<>();
    for (LostSource source : stemma.lost()) {
      source.heirs().forEach(heir -> lost.put(heir, source.agency()));
      agents.add(source.agency());
      file.line().open().put("@id", lostIri(source.agency())).put("@type", "prov:Entity");
      file.put("rdfs:label", "an article of " + source.agency() + " that is not held");
      reference("prov:wasAttributedTo", agentIri(source.agency()));
      file.close();
    }
    for (ArticleId id : stemma.articles()) {
      Article article = articles.apply(id);
      article.outlet().ifPresent(agents::add);
      entity(article, parents.getOrDefault(id, List.of()), lost.getOrDefault(id, ""));
    }
    for (String agent : agents) {
      file.line().open().put("@id", agentIri(agent)).put("rdfs:label", agent).list("@type");
      file.json().writeString("prov:Agent");
      file.json().writeString("prov:Organization");
      file.endList().close();
    }
    file.endList().close().end();
  }

  private void entity(Article article, List<Edge> parents, String lost) throws IOException {
    file.line()
        .open()
        .put("@id", Iris.article(article))
        .put("@type", "prov:Entity")
        .put("dcterms:identifier", article.id().value())
        .put("rdfs:label", article.headline())
        .put("dcterms:issued", article.published().map(FoundDate::value));
    if (article.outlet().isPresent()) {
      reference("prov:wasAttributedTo", agentIri(article.outlet().get()));
    }
    if (!lost.isEmpty()) {
      reference("prov:hadPrimarySource", lostIri(lost));
    }
    if (!parents.isEmpty()) {
      file.list("prov:wasDerivedFrom");
      for (Edge edge : parents) {
        file.open().put("@id", Iris.article(articles.apply(edge.parent()))).close();
      }
      file.endList().list("prov:qualifiedDerivation");
      for (Edge edge : parents) {
        derivation(edge);
      }
      file.endList();
    }
    file.close();
  }

  private void derivation(Edge edge) throws IOException {
    file.open().put("@type", "prov:Derivation");
    reference("prov:entity", Iris.article(articles.apply(edge.parent())));
    file.put(
            "rdfs:comment",
            "probability "
                + Math.round(edge.probability() * 100) / 100.0
                + "; "
                + StemmaGraph.evidence(edge))
        .close();
  }

  private void reference(String field, String iri) throws IOException {
    file.open(field).put("@id", iri).close();
  }

  private static String agentIri(String name) {
    return Iris.of("outlet", name);
  }

  private static String lostIri(String agency) {
    return Iris.of("lost", agency);
  }
}
