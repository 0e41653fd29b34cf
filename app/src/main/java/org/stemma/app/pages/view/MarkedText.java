package org.stemma.app.pages.view;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.stemma.model.Span;

/**
 * Part of a text as markup, with stretches of it marked. The stretches may overlap as they like:
 * the text is cut wherever one starts or ends, and each piece carries all that lies over it. Taken
 * together the pieces are the text, character for character.
 */
public final class MarkedText implements Content {
  private final String markup;

  private MarkedText(String markup) {
    this.markup = markup;
  }

  /** All of a text, nothing marked. */
  static MarkedText plain(String text) {
    return new MarkedText(new Markup().text(text).toString());
  }

  /**
   * @param range the part of {@code text} to show
   * @param marks in any order; what lies outside the range is left out
   */
  static MarkedText of(String text, Span range, List<Mark> marks) {
    List<Mark> inside = new ArrayList<>();
    for (Mark mark : marks) {
      if (mark.span().overlaps(range)) {
        inside.add(mark.within(range));
      }
    }
    return new MarkedText(new Sweep(text, range, inside).markup());
  }

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(markup);
  }

  /** The markup. */
  @Override
  public String toString() {
    return markup;
  }

  /** Goes through the text once, from cut to cut. */
  private static final class Sweep {
    /** The one that started last lies on top; a shorter one before a longer one. */
    private static final Comparator<Mark> TOP_FIRST =
        Comparator.comparingInt((Mark m) -> -m.span().start())
            .thenComparingInt(m -> m.span().end())
            .thenComparing(Mark::layer)
            .thenComparing(Mark::key)
            .thenComparing(Mark::id)
            .thenComparing(Mark::href);

    private final String text;
    private final Span range;
    private final List<Mark> starting;
    private final List<Mark> ending;
    private final Map<Layer, Integer> depth = new EnumMap<>(Layer.class);
    private final TreeSet<Mark> leading = new TreeSet<>(TOP_FIRST);
    private final Markup out = new Markup();

    Sweep(String text, Span range, List<Mark> marks) {
      this.text = text;
      this.range = range;
      this.starting = new ArrayList<>(marks);
      this.starting.sort(Comparator.comparing(Mark::span));
      this.ending = new ArrayList<>(marks);
      this.ending.sort(Comparator.comparingInt(m -> m.span().end()));
    }

    String markup() {
      int starts = 0;
      int ends = 0;
      int at = range.start();
      while (at < range.end()) {
        while (ends < ending.size() && ending.get(ends).span().end() <= at) {
          close(ending.get(ends++));
        }
        List<String> ids = new ArrayList<>();
        while (starts < starting.size() && starting.get(starts).span().start() <= at) {
          open(starting.get(starts++), ids);
        }
        int next = range.end();
        if (starts < starting.size()) {
          next = Math.min(next, starting.get(starts).span().start());
        }
        if (ends < ending.size()) {
          next = Math.min(next, ending.get(ends).span().end());
        }
        if (splitsPair(next)) {
          next++;
        }
        write(ids, text.substring(at, next));
        at = next;
      }
      return out.toString();
    }

    /** Half a character cannot be written: the cut moves behind it. */
    private boolean splitsPair(int cut) {
      return cut < range.end()
          && Character.isLowSurrogate(text.charAt(cut))
          && Character.isHighSurrogate(text.charAt(cut - 1));
    }

    private void open(Mark mark, List<String> ids) {
      depth.merge(mark.layer(), 1, Integer::sum);
      if (!mark.href().isEmpty() || !mark.key().isEmpty()) {
        leading.add(mark);
      }
      if (!mark.id().isEmpty()) {
        ids.add(mark.id());
      }
    }

    private void close(Mark mark) {
      depth.computeIfPresent(mark.layer(), (layer, n) -> n == 1 ? null : n - 1);
      leading.remove(mark);
    }

    private void write(List<String> ids, String words) {
      for (int i = 0; i + 1 < ids.size(); i++) {
        out.raw("<span").attribute("id", ids.get(i)).raw("></span>");
      }
      if (depth.isEmpty()) {
        out.text(words);
        return;
      }
      String id = ids.isEmpty() ? "" : ids.get(ids.size() - 1);
      String href = leading.isEmpty() ? "" : leading.first().href();
      String key = leading.isEmpty() ? "" : leading.first().key();
      String element = href.isEmpty() ? "span" : "a";
      out.raw("<").raw(element).attribute("id", id).attribute("class", classes());
      // The margin holds the same link; one stop for the tab key is enough.
      out.attribute("href", href).attribute("tabindex", href.isEmpty() ? "" : "-1");
      out.attribute("data-a", key).raw(">").text(words).raw("</").raw(element).raw(">");
    }

    private String classes() {
      List<String> names = new ArrayList<>();
      for (Layer layer : depth.keySet()) {
        names.add(layer.cssClass);
      }
      return String.join(" ", names);
    }
  }
}
