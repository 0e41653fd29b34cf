package org.stemma.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.stemma.model.Annotated;

/** Invented news in which articles copy, cut, splice and change what others wrote. */
final class RandomStories {
  private static final String[] SYLLABLES = {
    "mar", "wick", "el", "ler", "sel", "tarn", "or", "la", "va", "dyk", "brin", "kes", "hol", "tu"
  };
  private static final String[] SMALL = {"the", "of", "and", "in", "not", "for", "to", "is", "we"};
  private static final String[] NAMES = {"Marwick", "Ellerby", "Selm", "Torvane"};
  private static final String[] OUTLETS = {"Quay Post", "Mole Herald", "Tarn Echo", "Selm News"};
  private static final String FURNITURE =
      "Read all that the quay talks about in our weekly letter.";

  private final Random random;
  private final List<List<String>> stories = new ArrayList<>();

  private RandomStories(Random random) {
    this.random = random;
  }

  static List<Annotated> of(Random random, int size) {
    RandomStories news = new RandomStories(random);
    List<Annotated> articles = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Optional<String> date =
          random.nextInt(6) == 0
              ? Optional.empty()
              : Optional.of(String.format("2031-0%d-%02d", 1 + i % 9, 1 + random.nextInt(28)));
      String outlet = OUTLETS[random.nextInt(OUTLETS.length)];
      articles.add(Told.article("n" + i, outlet, date, news.text()));
    }
    return articles;
  }

  private String text() {
    List<String> paragraphs = new ArrayList<>();
    for (int i = 2 + random.nextInt(4); i > 0; i--) {
      paragraphs.add(random.nextInt(3) == 0 || stories.isEmpty() ? paragraph() : copied());
    }
    stories.add(List.copyOf(paragraphs));
    if (random.nextInt(3) == 0) {
      paragraphs.add(FURNITURE);
    }
    return String.join("\n\n", paragraphs);
  }

  private String paragraph() {
    if (random.nextBoolean()) {
      return words(12 + random.nextInt(20)) + ".";
    }
    return "“" + words(8 + random.nextInt(16)) + ",” " + NAMES[random.nextInt(4)] + " said.";
  }

  private String copied() {
    String paragraph = any();
    return switch (random.nextInt(6)) {
      case 0 -> paragraph.replaceFirst(" \\w+ ", " " + word() + " ");
      case 1 -> paragraph.replaceFirst(" not ", " ");
      case 2 -> paragraph.replace("“", "").replace("”", "");
      case 3 -> paragraph.replaceFirst("^(“?)\\w+ \\w+ \\w+ ", "$1");
      case 4 -> paragraph.replace(",” ", " … ").replace(" said.", " ") + any().replace("“", "");
      default -> paragraph;
    };
  }

  private String any() {
    List<String> story = stories.get(random.nextInt(stories.size()));
    return story.get(random.nextInt(story.size()));
  }

  private String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(i == 0 ? "" : " ").append(word());
    }
    return words.toString();
  }

  private String word() {
    if (random.nextInt(3) == 0) {
      return SMALL[random.nextInt(SMALL.length)];
    }
    StringBuilder word = new StringBuilder();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return word.toString();
  }
}
