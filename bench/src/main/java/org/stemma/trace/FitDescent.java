package org.stemma.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.stemma.model.Article;
import org.stemma.model.ArticleId;
import org.stemma.model.Reuse;
import org.stemma.pipeline.Desk;

/**
 * Fits the weights of {@link Sign}: a conditional logit. Of all possible sources of an article, and
 * none, the true one is to be the likeliest. Prints the weights to be written into the enum.
 *
 * <pre>FitDescent DESK EDGES [DESK EDGES]...</pre>
 *
 * EDGES is a generated corpus's {@code truth/edges.jsonl}, DESK a desk of its documents.
 */
public final class FitDescent {
  private static final int ROUNDS = 3000;
  private static final double RATE = 0.03;

  /** Pulls weights to nothing that few articles speak for. */
  private static final double PULL = 2e-4;

  /** What the cascades cannot tell, and was set by judgement: stays as it is. */
  private static final Set<Sign> JUDGED =
      EnumSet.of(
          Sign.SKIPS, Sign.EARLIER, Sign.FULLER, Sign.CREDIT, Sign.IS_AGENCY, Sign.LATER_MORE);

  private FitDescent() {}

  private record Choice(List<double[]> options, List<Integer> right) {}

  /** Runs the fit; see the class. */
  public static void main(String[] arguments) throws IOException {
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      choices.addAll(choices(Path.of(arguments[i]), Path.of(arguments[i + 1])));
    }
    double[] weights = fit(choices);
    for (Sign sign : Sign.values()) {
      System.out.printf("%-16s %6.2f%n", sign, weights[sign.ordinal()]);
    }
    System.out.printf(
        "%d articles, %.3f right, log loss %.3f%n",
        choices.size(), right(choices, weights), loss(choices, weights));
  }

  private static List<Choice> choices(Path folder, Path edges) throws IOException {
    Map<ArticleId, Set<ArticleId>> parents = parents(edges);
    Map<ArticleId, Leaf> leaves = new TreeMap<>();
    try (Desk desk = Desk.open(folder)) {
      for (Article article : desk.articles()) {
        leaves.put(article.id(), new Leaf(article));
      }
      List<Reuse> reuse = new ArrayList<>();
      desk.forEachReuse(reuse::add);
      new Agreements(leaves).add(reuse, desk.statements());
    }
    Descent descent = new Descent(leaves);
    List<Choice> choices = new ArrayList<>();
    for (Leaf child : leaves.values()) {
      Set<ArticleId> truth = parents.getOrDefault(child.id(), Set.of());
      List<List<Descent.Option>> stories = descent.stories(child);
      if (!stories.isEmpty()) {
        choice(stories.get(0), truth).ifPresent(choices::add);
      }
    }
    return choices;
  }

  /** Empty where the true source is not among the possible ones. */
  private static Optional<Choice> choice(List<Descent.Option> story, Set<ArticleId> truth) {
    List<double[]> options = new ArrayList<>();
    List<Integer> right = new ArrayList<>();
    for (Descent.Option option : story) {
      boolean isRight = option.parent().map(p -> truth.contains(p.id())).orElse(truth.isEmpty());
      if (isRight) {
        right.add(options.size());
      }
      double[] signs = new double[Sign.values().length];
      option.signs().forEach((sign, value) -> signs[sign.ordinal()] = value);
      options.add(signs);
    }
    return right.isEmpty() ? Optional.empty() : Optional.of(new Choice(options, right));
  }

  private static Map<ArticleId, Set<ArticleId>> parents(Path edges) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<ArticleId, Set<ArticleId>> parents = new HashMap<>();
    for (String line : Files.readAllLines(edges)) {
      JsonNode edge = json.readTree(line);
      Set<ArticleId> of =
          parents.computeIfAbsent(new ArticleId(edge.get("child").asText()), id -> new HashSet<>());
      if (edge.hasNonNull("parent")) {
        of.add(new ArticleId(edge.get("parent").asText()));
      }
    }
    return parents;
  }

  private static double[] fit(List<Choice> choices) {
    int n = Sign.values().length;
    double[] weights = new double[n];
    JUDGED.forEach(sign -> weights[sign.ordinal()] = sign.weight());
    double[] mean = new double[n];
    double[] square = new double[n];
    for (int round = 1; round <= ROUNDS; round++) {
      double[] slope = slope(choices, weights);
      for (int k = 0; k < n; k++) {
        mean[k] = 0.9 * mean[k] + 0.1 * slope[k];
        square[k] = 0.999 * square[k] + 0.001 * slope[k] * slope[k];
        double step = mean[k] / (1 - Math.pow(0.9, round));
        double scale = Math.sqrt(square[k] / (1 - Math.pow(0.999, round)));
        weights[k] += RATE * step / (scale + 1e-8);
      }
    }
    return weights;
  }

  private static double[] slope(List<Choice> choices, double[] weights) {
    double[] slope = new double[weights.length];
    for (Choice choice : choices) {
      double[] odds = odds(choice, weights);
      double all = Arrays.stream(odds).sum();
      double right = ofRight(choice, odds);
      for (int i = 0; i < odds.length; i++) {
        double pull = (choice.right().contains(i) ? odds[i] / right : 0) - odds[i] / all;
        double[] signs = choice.options().get(i);
        for (int k = 0; k < slope.length; k++) {
          slope[k] += pull * signs[k] / choices.size();
        }
      }
    }
    for (Sign sign : Sign.values()) {
      int k = sign.ordinal();
      slope[k] = JUDGED.contains(sign) ? 0 : slope[k] - PULL * weights[k];
    }
    return slope;
  }

  private static double[] odds(Choice choice, double[] weights) {
    double[] odds = new double[choice.options().size()];
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < odds.length; i++) {
      for (int k = 0; k < weights.length; k++) {
        odds[i] += weights[k] * choice.options().get(i)[k];
      }
      most = Math.max(most, odds[i]);
    }
    for (int i = 0; i < odds.length; i++) {
      odds[i] = Math.exp(odds[i] - most);
    }
    return odds;
  }

  private static double ofRight(Choice choice, double[] odds) {
    return choice.right().stream().mapToDouble(i -> odds[i]).sum();
  }

  private static double loss(List<Choice> choices, double[] weights) {
    double loss = 0;
    for (Choice choice : choices) {
      double[] odds = odds(choice, weights);
      double all = Arrays.stream(odds).sum();
      double right = ofRight(choice, odds);
      loss -= Math.log(right / all) / choices.size();
    }
    return loss;
  }

  private static double right(List<Choice> choices, double[] weights) {
    int right = 0;
    for (Choice choice : choices) {
      double[] odds = odds(choice, weights);
      int best = 0;
      for (int i = 1; i < odds.length; i++) {
        best = odds[i] > odds[best] ? i : best;
      }
      right += choice.right().contains(best) ? 1 : 0;
    }
    return (double) right / choices.size();
  }
}
