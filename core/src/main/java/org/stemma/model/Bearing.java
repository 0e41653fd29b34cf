package org.stemma.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One article's use of one name, in whatever forms the article gives it: "Ada Quill", "Quill", "Ms
 * Quill".
 *
 * @param name the fullest form
 * @param forms all of them, the fullest among them, sorted, as they are written
 */
public record Bearing(ArticleId article, String name, List<String> forms)
    implements Comparable<Bearing> {
  /** What stands between the article's id and the name in an {@link #id}. */
  private static final char BETWEEN = '~';

  private static final int LONGEST = 60;

  public Bearing {
    requireNonNull(article, "article");
    if (name.isBlank()) {
      throw new IllegalArgumentException("a bearing needs a name");
    }
    forms = List.copyOf(forms);
    if (!forms.contains(name)) {
      throw new IllegalArgumentException("\"" + name + "\" must be one of its forms " + forms);
    }
  }

  /**
   * Names this bearing for ever: it is made of the article's id and of the name, and outlives that
   * the page is read again.
   */
  public String id() {
    StringBuilder id = new StringBuilder(article.value()).append(BETWEEN);
    int start = id.length();
    name.codePoints()
        .map(point -> Character.isLetterOrDigit(point) ? Character.toLowerCase(point) : '-')
        .limit(LONGEST)
        .forEach(
            point -> {
              boolean again =
                  point == '-' && (id.length() == start || id.charAt(id.length() - 1) == '-');
              if (!again) {
                id.appendCodePoint(point);
              }
            });
    return id.toString();
  }

  /** The article of which an {@link #id} is; empty where it is none. */
  public static Optional<ArticleId> articleOf(String id) {
    int end = id.lastIndexOf(BETWEEN);
    return end < 1 ? Optional.empty() : ArticleId.of(id.substring(0, end));
  }

  @Override
  public int compareTo(Bearing other) {
    int order = article.compareTo(other.article);
    return order != 0 ? order : name.compareTo(other.name);
  }
}
