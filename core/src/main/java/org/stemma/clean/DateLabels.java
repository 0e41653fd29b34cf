package org.stemma.clean;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stemma.model.DateSense;

/** The words beside a date that say what it tells: "Published", "Last modified on". */
final class DateLabels {
  /**
   * Folded as in {@link CalendarWords#folded}; each is the start of the words that it stands for.
   */
  private static final Map<DateSense, String> STEMS =
      new TreeMap<>(
          Map.of(
              DateSense.UPDATED,
              "updat|last updat|stand:|modified|last modified|amended|edited|revised|aktualisier|geandert|mis a jour"
                  + "|mise a jour|modifie|actualiza|aggiorna|modificat|atualiza|bijgewerkt|gewijzigd|oppdatert"
                  + "|uppdater|opdater|paivitet|aktualizac|zaktualizowan|обновлен|изменен|оновлен|guncelle|تحديث"
                  + "|aktualizovan|ενημερω|frissit|更新|업데이트|수정|diperbarui",
              DateSense.PUBLISHED,
              "publish|posted|created|released|veroffentlich|erschienen|publie|publicad|publicat|pubblicat|gepubliceerd"
                  + "|geplaatst|publiser|publicer|julkais|opublikowan|опубликован|опубліковано|yayin|نشر|publikovan|δημοσιευ"
                  + "|kozzetev|发布|公開|入力|입력|등록|diterbitkan"));

  private static final Pattern LABEL =
      Pattern.compile(
          "(?<!\\p{L})(?:("
              + CalendarWords.folded(STEMS.get(DateSense.UPDATED))
              + ")|("
              + CalendarWords.folded(STEMS.get(DateSense.PUBLISHED))
              + "))\\p{L}*");

  /** Glued to the word before it where a page's boxes stand close: "10.15 BSTLast modified". */
  private static final Pattern GLUED = Pattern.compile("(?<=\\p{Lu})(?:Last|Updated|Modified)");

  private DateLabels() {}

  /** What the last label among some words says; empty where there is none. */
  static Optional<DateSense> last(String words) {
    Matcher label = LABEL.matcher(folded(words));
    Optional<DateSense> sense = Optional.empty();
    while (label.find()) {
      sense = Optional.of(label.group(1) == null ? DateSense.PUBLISHED : DateSense.UPDATED);
    }
    return sense;
  }

  /** True for a word that is such a label, folded. */
  static boolean isLabel(String folded) {
    return LABEL.matcher(folded).matches();
  }

  /** Where the next label begins between two places; the second where there is none. */
  static int next(String line, int from, int to) {
    if (from >= to) {
      return to;
    }
    Matcher label = LABEL.matcher(CalendarWords.folded(line.substring(from, to)));
    // Folding can take signs away, so the place is a little early where there are accents.
    int first = label.find() ? Math.min(to, from + label.start()) : to;
    Matcher glued = GLUED.matcher(line).region(from, to).useTransparentBounds(true);
    return glued.find() ? Math.min(first, glued.start()) : first;
  }

  private static String folded(String words) {
    return CalendarWords.folded(GLUED.matcher(words).replaceAll(" $0"));
  }
}
