package org.stemma.app.picture;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.TextAttribute;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Draws pictures as PNG, with the fonts that Java finds. Needs no screen. Stateless. */
public final class Png {
  /** Pixels of the image for one of the picture: sharp in print and on dense screens. */
  private static final int SCALE = 2;

  /** Most pixels of an image; a larger picture is drawn smaller. */
  private static final double MOST_PIXELS = 24e6;

  private final Graphics2D graphics;

  private Png(Graphics2D graphics) {
    this.graphics = graphics;
  }

  /**
   * The bytes of the image.
   *
   * @throws IOException when this Java cannot draw: it has no fonts, or lacks its desktop part; the
   *     message is one sentence, for people
   */
  public static byte[] of(Drawing drawing) throws IOException {
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
    try {
      return draw(drawing);
    } catch (LinkageError | RuntimeException e) {
      // What Java throws without fonts differs between its makers.
      throw new IOException("This Java cannot draw letters: take the SVG instead.", e);
    }
  }

  private static byte[] draw(Drawing drawing) throws IOException {
    double pixels = (double) drawing.width() * drawing.height();
    double scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / pixels));
    BufferedImage image =
        new BufferedImage(
            (int) Math.max(1, drawing.width() * scale),
            (int) Math.max(1, drawing.height() * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setColor(Ink.PAPER.color());
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      graphics.scale(scale, scale);
      Png png = new Png(graphics);
      drawing.marks().forEach(png::mark);
    } finally {
      graphics.dispose();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", bytes)) {
      throw new IOException("This Java cannot write PNG: take the SVG instead.");
    }
    return bytes.toByteArray();
  }

  private void mark(Mark mark) {
    if (mark instanceof Mark.Line line) {
      line(path(line.points()), line.ink(), line.stroke());
    } else if (mark instanceof Mark.Curve curve) {
      line(path(curve), curve.ink(), curve.stroke());
    } else if (mark instanceof Mark.Dot dot) {
      double r = dot.radius();
      shape(
          new Ellipse2D.Double(dot.at().x() - r, dot.at().y() - r, 2 * r, 2 * r),
          dot.fill(),
          dot.rim(),
          dot.stroke());
    } else if (mark instanceof Mark.Box box) {
      shape(
          new RoundRectangle2D.Double(
              box.corner().x(), box.corner().y(), box.width(), box.height(), 8, 8),
          box.fill(),
          box.rim(),
          Stroke.HAIR);
    } else if (mark instanceof Mark.Words words) {
      words(words);
    } else if (mark instanceof Mark.Linked linked) {
      linked.marks().forEach(this::mark);
    }
  }

  private void words(Mark.Words words) {
    if (words.text().isEmpty()) {
      return;
    }
    Lettering lettering = words.lettering();
    Map<TextAttribute, Object> wanted = new HashMap<>();
    wanted.put(TextAttribute.FAMILY, lettering.isSerif() ? Font.SERIF : Font.SANS_SERIF);
    wanted.put(TextAttribute.SIZE, (float) lettering.size());
    if (lettering.isBold()) {
      wanted.put(TextAttribute.WEIGHT, TextAttribute.WEIGHT_BOLD);
    }
    if (lettering.isSlanted()) {
      wanted.put(TextAttribute.POSTURE, TextAttribute.POSTURE_OBLIQUE);
    }
    graphics.setFont(Font.getFont(wanted));
    graphics.setColor(words.ink().color());
    graphics.drawString(words.text(), (float) words.at().x(), (float) words.at().y());
  }

  private void shape(Shape shape, Ink fill, Ink rim, Stroke stroke) {
    graphics.setColor(fill.color());
    graphics.fill(shape);
    line(shape, rim, stroke);
  }

  private void line(Shape shape, Ink ink, Stroke stroke) {
    graphics.setColor(ink.color());
    graphics.setStroke(pen(stroke));
    graphics.draw(shape);
  }

  private static BasicStroke pen(Stroke stroke) {
    List<Float> dashes = stroke.dashes();
    if (dashes.isEmpty()) {
      return new BasicStroke(stroke.width());
    }
    float[] lengths = new float[dashes.size()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = dashes.get(i);
    }
    return new BasicStroke(
        stroke.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, lengths, 0);
  }

  private static Path2D path(Mark.Curve curve) {
    double middle = (curve.from().x() + curve.to().x()) / 2;
    Path2D path = new Path2D.Double();
    path.moveTo(curve.from().x(), curve.from().y());
    path.curveTo(middle, curve.from().y(), middle, curve.to().y(), curve.to().x(), curve.to().y());
    return path;
  }

  private static Path2D path(List<Mark.Point> points) {
    Path2D path = new Path2D.Double();
    path.moveTo(points.get(0).x(), points.get(0).y());
    for (int i = 1; i + 1 < points.size(); i++) {
      Mark.Point corner = points.get(i);
      Mark.Point in = Svg.near(corner, points.get(i - 1));
      Mark.Point out = Svg.near(corner, points.get(i + 1));
      path.lineTo(in.x(), in.y());
      path.quadTo(corner.x(), corner.y(), out.x(), out.y());
    }
    Mark.Point last = points.get(points.size() - 1);
    path.lineTo(last.x(), last.y());
    return path;
  }
}
