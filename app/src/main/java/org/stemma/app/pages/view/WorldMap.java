package org.stemma.app.pages.view;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stemma.place.Location;

/**
 * Places on a plain map: as much of the world as they need, a tenth of a degree a unit, every
 * degree as wide as high (plate carrée). A place that may lie elsewhere is an open ring. The
 * outline is a file of the site; nothing is fetched from anywhere else.
 */
public final class WorldMap implements Content {
  private static final int WIDTH = 3_600;
  private static final int HEIGHT = 1_800;
  private static final int UNITS = 10;

  /** Narrower than this the outline would show its corners. */
  private static final double NARROWEST = 500;

  /** Empty ground around the places, as a share of their extent. */
  private static final double MARGIN = 0.12;

  private static final int MOST_LABELS = 14;

  /** Units of a drawing that is 1,000 wide. */
  private static final double LEAST_RADIUS = 6;

  private static final double MOST_RADIUS = 20;
  private static final double LETTERS = 15;
  private static final double LETTER_WIDTH = 0.56;

  private final List<Pin> pins;
  private final double left;
  private final double top;
  private final double width;

  /**
   * A place to be drawn.
   *
   * @param inWords what a reader is told of it
   */
  record Pin(Location at, String name, int statements, boolean open, String href, String inWords) {
    double x() {
      return (at.longitude() + 180) * UNITS;
    }

    double y() {
      return (90 - at.latitude()) * UNITS;
    }
  }

  /**
   * @param pins the most named first
   */
  WorldMap(List<Pin> pins) {
    this.pins = List.copyOf(pins);
    double minX = pins.stream().mapToDouble(Pin::x).min().orElse(0);
    double maxX = pins.stream().mapToDouble(Pin::x).max().orElse(WIDTH);
    double minY = pins.stream().mapToDouble(Pin::y).min().orElse(0);
    double maxY = pins.stream().mapToDouble(Pin::y).max().orElse(HEIGHT);
    double needed = Math.max(maxX - minX, 2 * (maxY - minY)) * (1 + 2 * MARGIN);
    width = Math.min(WIDTH, Math.max(NARROWEST, needed));
    left = within((minX + maxX - width) / 2, WIDTH - width);
    top = within((minY + maxY - width / 2) / 2, HEIGHT - width / 2);
  }

  private static double within(double value, double most) {
    return Math.max(0, Math.min(most, value));
  }

  /** True when there is a place to show. */
  public boolean isWorthShowing() {
    return !pins.isEmpty();
  }

  @Override
  public void writeTo(TemplateOutput output) {
    output.writeContent(toString());
  }

  @Override
  public String toString() {
    Markup out = new Markup();
    out.raw("<svg class=\"world\" role=\"group\" aria-labelledby=\"world-title\"")
        .raw(" width=\"1000\" height=\"500\" viewBox=\"")
        .raw(numbers("%.0f %.0f %.0f %.0f", left, top, width, width / 2))
        .raw("\"><title id=\"world-title\">")
        .text("Where the places lie that are named; the list below has all of them.")
        .raw("</title><use class=\"land\" href=\"/static/world.svg#land\"/>");
    out.raw("<path class=\"grid\" stroke-width=\"" + numbers("%.2f", unit()) + "\" d=\"");
    for (int x = 0; x <= WIDTH; x += WIDTH / 12) {
      out.raw("M" + x + " 0V" + HEIGHT);
    }
    for (int y = 0; y <= HEIGHT; y += HEIGHT / 6) {
      out.raw("M0 " + y + "H" + WIDTH);
    }
    out.raw("\"/>");
    drawPins(out);
    return out.raw("</svg>").toString();
  }

  /** A thousandth of the drawing's width. */
  private double unit() {
    return width / 1_000;
  }

  private void drawPins(Markup out) {
    int most = pins.stream().mapToInt(Pin::statements).max().orElse(1);
    List<double[]> taken = new ArrayList<>();
    Markup labels = new Markup();
    // The smallest lie on top, so that each can be pointed at.
    for (Pin pin : pins) {
      double radius =
          LEAST_RADIUS
              + (MOST_RADIUS - LEAST_RADIUS)
                  * Math.sqrt((pin.statements() - 1.0) / Math.max(1, most - 1.0));
      out.raw("<a").attribute("href", pin.href()).raw(" tabindex=\"-1\"><title>");
      out.text(pin.inWords()).raw("</title>");
      out.raw(
          numbers(
              "<circle class=\""
                  + (pin.open() ? "pin open" : "pin")
                  + "\""
                  + " stroke-width=\"%.2f\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.2f\"/>",
              2 * unit(),
              pin.x(),
              pin.y(),
              radius * unit()));
      out.raw("</a>");
      label(labels, pin, radius, taken);
    }
    out.raw(labels.toString());
  }

  /** A name beside its place, where no other name stands. */
  private void label(Markup out, Pin pin, double radius, List<double[]> taken) {
    double size = LETTERS * unit();
    double x = pin.x() + (radius + 4) * unit();
    double y = pin.y() + size / 3;
    double length = pin.name().length() * size * LETTER_WIDTH;
    double[] box = {x, y - size, x + length, y + size / 4};
    boolean free =
        taken.size() < MOST_LABELS
            && box[2] < left + width
            && taken.stream().noneMatch(other -> meets(box, other));
    if (free) {
      taken.add(box);
      out.raw(numbers("<text font-size=\"%.1f\" x=\"%.1f\" y=\"%.1f\">", size, x, y))
          .text(pin.name())
          .raw("</text>");
    }
  }

  private static boolean meets(double[] one, double[] other) {
    return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
  }

  private static String numbers(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
