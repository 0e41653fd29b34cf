package org.stemma.app.picture;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes pictures as SVG: no script, no style, nothing from elsewhere. Stateless. */
public final class Svg {
  private static final double ROUNDING = 8;

  private final StringBuilder out = new StringBuilder();
  private final boolean linked;

  private Svg(boolean linked) {
    this.linked = linked;
  }

  /**
   * A picture within a page. Where links lead is taken as it is, relative to the page.
   *
   * @param name its class, and how the ids of its title and its description begin: unlike any other
   *     of the page
   */
  public static String inline(Drawing drawing, String name) {
    Svg svg = new Svg(true);
    String labels = " aria-labelledby=\"" + name + "-t " + name + "-d\"";
    svg.open(drawing, "class=\"picture " + name + "\"" + labels, name);
    return svg.close(drawing);
  }

  /** A file of its own, without links: whoever gets it has no desk behind it. */
  public static String file(Drawing drawing) {
    Svg svg = new Svg(false);
    svg.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    svg.open(drawing, "xmlns=\"http://www.w3.org/2000/svg\" aria-labelledby=\"t d\"", "");
    svg.mark(
        new Mark.Box(
            new Mark.Point(-1, -1),
            drawing.width() + 2,
            drawing.height() + 2,
            Ink.PAPER,
            Ink.PAPER));
    return svg.close(drawing) + "\n";
  }

  private void open(Drawing drawing, String attributes, String name) {
    String id = name.isEmpty() ? "" : name + "-";
    out.append("<svg ").append(attributes).append(" role=\"img\"");
    out.append(" width=\"").append(drawing.width());
    out.append("\" height=\"").append(drawing.height()).append("\" viewBox=\"0 0 ");
    out.append(drawing.width()).append(' ').append(drawing.height()).append("\">");
    out.append("<title id=\"").append(id).append("t\">");
    text(drawing.title());
    out.append("</title><desc id=\"").append(id).append("d\">");
    text(drawing.description());
    out.append("</desc>");
  }

  private String close(Drawing drawing) {
    drawing.marks().forEach(this::mark);
    return out.append("</svg>").toString();
  }

  private void mark(Mark mark) {
    if (mark instanceof Mark.Line line) {
      path(path(line.points()), line.ink(), line.stroke(), line.title());
    } else if (mark instanceof Mark.Curve curve) {
      path(path(curve), curve.ink(), curve.stroke(), curve.title());
    } else if (mark instanceof Mark.Dot dot) {
      out.append("<circle");
      ink("fill", dot.fill(), "line", dot.rim());
      stroke(dot.stroke());
      number("cx", dot.at().x());
      number("cy", dot.at().y());
      number("r", dot.radius());
      out.append("/>");
    } else if (mark instanceof Mark.Box box) {
      out.append("<rect");
      ink("fill", box.fill(), "line", box.rim());
      number("x", box.corner().x());
      number("y", box.corner().y());
      number("width", box.width());
      number("height", box.height());
      out.append(" rx=\"4\"/>");
    } else if (mark instanceof Mark.Words words) {
      words(words);
    } else if (mark instanceof Mark.Linked link) {
      linked(link);
    }
  }

  private void linked(Mark.Linked link) {
    boolean leads = linked && !link.href().isEmpty();
    if (leads) {
      out.append("<a href=\"");
      text(link.href());
      out.append("\">");
    } else {
      out.append("<g>");
    }
    title(link.title());
    link.marks().forEach(this::mark);
    out.append(leads ? "</a>" : "</g>");
  }

  private void words(Mark.Words words) {
    Lettering lettering = words.lettering();
    out.append("<text class=\"").append(lettering.label()).append(" fill-");
    out.append(words.ink().label()).append("\" fill=\"").append(words.ink().hex()).append('"');
    number("x", words.at().x());
    number("y", words.at().y());
    out.append(" font-family=\"").append(lettering.isSerif() ? "serif" : "sans-serif");
    out.append("\" font-size=\"").append(lettering.size()).append('"');
    out.append(lettering.isBold() ? " font-weight=\"600\"" : "");
    out.append(lettering.isSlanted() ? " font-style=\"italic\"" : "").append('>');
    text(words.text());
    out.append("</text>");
  }

  private void path(String path, Ink ink, Stroke stroke, String title) {
    out.append("<path class=\"line-").append(ink.label()).append("\" fill=\"none\" stroke=\"");
    out.append(ink.hex()).append('"');
    stroke(stroke);
    out.append(" d=\"").append(path).append("\">");
    title(title);
    out.append("</path>");
  }

  private static String path(Mark.Curve curve) {
    double middle = (curve.from().x() + curve.to().x()) / 2;
    return "M"
        + pair(curve.from())
        + "C"
        + pair(new Mark.Point(middle, curve.from().y()))
        + " "
        + pair(new Mark.Point(middle, curve.to().y()))
        + " "
        + pair(curve.to());
  }

  private static String path(List<Mark.Point> points) {
    StringBuilder path = new StringBuilder("M" + pair(points.get(0)));
    for (int i = 1; i + 1 < points.size(); i++) {
      Mark.Point corner = points.get(i);
      path.append('L').append(pair(near(corner, points.get(i - 1))));
      path.append('Q').append(pair(corner)).append(' ');
      path.append(pair(near(corner, points.get(i + 1))));
    }
    return path.append('L').append(pair(points.get(points.size() - 1))).toString();
  }

  /** On the way from a corner to the next point: where the rounding ends. */
  static Mark.Point near(Mark.Point corner, Mark.Point next) {
    double length = Math.hypot(next.x() - corner.x(), next.y() - corner.y());
    double part = length == 0 ? 0 : Math.min(ROUNDING, length / 2) / length;
    return new Mark.Point(
        corner.x() + part * (next.x() - corner.x()), corner.y() + part * (next.y() - corner.y()));
  }

  private void ink(String fillName, Ink fill, String lineName, Ink line) {
    out.append(" class=\"").append(fillName).append('-').append(fill.label());
    out.append(' ').append(lineName).append('-').append(line.label());
    out.append("\" fill=\"").append(fill.hex()).append("\" stroke=\"").append(line.hex());
    out.append('"');
  }

  private void stroke(Stroke stroke) {
    number("stroke-width", stroke.width());
    if (!stroke.dashes().isEmpty()) {
      String dashes = stroke.dashes().stream().map(Svg::plain).collect(Collectors.joining(" "));
      out.append(" stroke-dasharray=\"").append(dashes).append('"');
    }
  }

  private void title(String title) {
    if (!title.isEmpty()) {
      out.append("<title>");
      text(title);
      out.append("</title>");
    }
  }

  private void number(String name, double value) {
    out.append(' ').append(name).append("=\"").append(plain(value)).append('"');
  }

  private static String pair(Mark.Point point) {
    return plain(point.x()) + " " + plain(point.y());
  }

  private static String plain(double value) {
    String written = String.format(Locale.ROOT, "%.1f", value);
    return written.endsWith(".0") ? written.substring(0, written.length() - 2) : written;
  }

  /** Text as XML has it: what XML cannot hold becomes U+FFFD. */
  private void text(String text) {
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isXml(c) ? c : 0xFFFD);
              }
            });
  }

  /** XML 1.0, production 2. */
  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
