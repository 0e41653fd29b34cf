package org.stemma.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stemma.model.Act;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Edge;
import org.stemma.model.Evidence;
import org.stemma.model.Imprint;
import org.stemma.model.LostSource;
import org.stemma.model.Origin;
import org.stemma.model.Span;
import org.stemma.model.Speaker;
import org.stemma.model.Statement;
import org.stemma.model.Stemma;
import org.stemma.model.Witness;

class OriginsTest {
  private final Map<ArticleId, Article> articles = new LinkedHashMap<>();
  private final List<Witness> witnesses = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final List<LostSource> lost = new ArrayList<>();
  private final List<ArticleId> undecided = new ArrayList<>();

  @Test
  void whoeverHasItFromAnotherIsNotIndependentOfIt() {
    article("post", "Quay Post", "");
    article("echo", "Tarn Echo", "");
    article("news", "Selm News", "");
    edge("post", "echo");
    assertThat(told()).containsExactly("echo, post", "news");
    assertThat(independent()).isEqualTo(2);
  }

  @Test
  void allThatHaveOneAgencysCopyCountOnce() {
    article("post", "Quay Post", "Strait Newswire");
    article("echo", "Tarn Echo", "");
    article("news", "Selm News", "");
    article("sun", "Mole Sun", "");
    credit("news", "Strait Newswire");
    lost.add(new LostSource("Strait Newswire", List.of(id("echo"))));
    assertThat(told()).containsExactly("post, echo, news from Strait Newswire", "sun");
    assertThat(independent()).isEqualTo(2);
  }

  @Test
  void whoeverCreditsAnOutletThatHasItToHasItFromThere() {
    article("post", "Quay Post", "");
    article("echo", "Tarn Echo", "");
    credit("echo", "Quay Post");
    assertThat(told()).containsExactly("post, echo");
  }

  @Test
  void aCreditToSomebodyWhoIsNoAgencyMakesNobodyACopy() {
    article("post", "Quay Post", "");
    article("echo", "Tarn Echo", "");
    credit("echo", "the harbour office");
    credit("post", "the harbour office");
    assertThat(independent()).isEqualTo(2);
  }

  @Test
  void twoPagesOfOneOutletAreOneVoice() {
    article("one", "Quay Post", "");
    article("two", "Quay Post", "");
    assertThat(told()).containsExactly("one, two");
  }

  @Test
  void whatNobodyCanTellIsNotCounted_butOneOfThemHadItFirst() {
    article("post", "Quay Post", "");
    article("echo", "Tarn Echo", "");
    undecided.addAll(List.of(id("post"), id("echo")));
    assertThat(told()).containsExactly("post, echo?");
    assertThat(independent()).isEqualTo(1);
    article("news", "Selm News", "");
    assertThat(told()).containsExactly("news", "post, echo?");
    assertThat(independent()).isEqualTo(1);
  }

  private void article(String id, String outlet, String credit) {
    Imprint imprint =
        new Imprint(
            Optional.of(outlet),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.of(credit).filter(c -> !c.isEmpty()));
    articles.put(
        id(id),
        new Article(id(id), outlet, imprint, List.of(), "en", "The dyke holds.", List.of()));
    witnesses.add(witness(id, List.of()));
  }

  private void credit(String id, String name) {
    witnesses.replaceAll(w -> w.article().equals(id(id)) ? witness(id, List.of(name)) : w);
  }

  private static Witness witness(String id, List<String> via) {
    Span span = new Span(0, 14);
    Speaker speaker = new Speaker.Named("Ilse Torn");
    return new Witness(id(id), span, List.of(span), true, speaker, via, Act.SAY, List.of());
  }

  private void edge(String child, String parent) {
    Evidence evidence = new Evidence(Evidence.Kind.EARLIER, "");
    edges.add(new Edge(id(child), id(parent), 0.9, List.of(evidence)));
  }

  private static ArticleId id(String id) {
    return new ArticleId(id);
  }

  private List<Origin> origins() {
    Statement statement = new Statement(witnesses.get(0).id(), 0, witnesses);
    Stemma stemma = new Stemma(List.copyOf(articles.keySet()), edges, lost, undecided);
    return new Tracer().origins(statement, stemma, articles::get);
  }

  private int independent() {
    return Origin.independent(origins());
  }

  private List<String> told() {
    return origins().stream()
        .map(
            origin ->
                String.join(", ", origin.articles().stream().map(ArticleId::value).toList())
                    + (origin.isDecided() ? "" : "?")
                    + origin.agency().map(" from "::concat).orElse(""))
        .toList();
  }
}
