package org.stemma.app.picture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.stemma.app.picture.Mark.Point;
import org.w3c.dom.Document;

class PictureTest {
  private static final String HOSTILE =
      "</text><script>alert(1)</script>\u0000\ud800\uffff\" onload='x' &amp; ]]>";

  private static final Drawing EVERYTHING =
      new Drawing(
          120,
          80,
          "Title " + HOSTILE,
          "Told " + HOSTILE,
          List.of(
              new Mark.Line(
                  List.of(new Point(5, 5), new Point(5, 40), new Point(60, 40)),
                  Ink.SOFT,
                  Stroke.DASH_DOT,
                  HOSTILE),
              new Mark.Curve(new Point(5, 5), new Point(90, 60), Ink.INK, Stroke.DOTTED, ""),
              new Mark.Box(new Point(60, 30), 30, 20, Ink.SHEET, Ink.RULE),
              new Mark.Linked(
                  "javascript:\"><script>",
                  HOSTILE,
                  List.of(
                      new Mark.Dot(new Point(5, 5), 4, Ink.GRAVE, Ink.GRAVE, Stroke.THIN),
                      new Mark.Words(new Point(10, 70), HOSTILE, Lettering.NAME, Ink.INK),
                      new Mark.Words(new Point(10, 78), "", Lettering.TEXT, Ink.INK)))));

  @Test
  void aFileIsWellFormedAndHostileWordsStayWords() throws Exception {
    Document file =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(Svg.file(EVERYTHING).getBytes(UTF_8)));
    assertThat(file.getElementsByTagName("script").getLength()).isZero();
    assertThat(file.getElementsByTagName("a").getLength()).isZero();
    assertThat(file.getElementsByTagName("text").item(0).getTextContent())
        .startsWith("</text><script>alert(1)</script>\ufffd\ufffd\ufffd\" onload");
  }

  @Test
  void inAPageHostileWordsStayWordsAndNothingIsStyledInPlace() {
    String svg = Svg.inline(EVERYTHING, "one");
    assertThat(svg)
        .startsWith("<svg class=\"picture one\" aria-labelledby=\"one-t one-d\"")
        .contains("href=\"javascript:&quot;&gt;&lt;script&gt;\"")
        .doesNotContain("<script", " style=", "<style");
  }

  @Test
  void anImageHasThePicturesProportions() throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.of(EVERYTHING)));
    assertThat(image.getWidth()).isEqualTo(240);
    assertThat(image.getHeight()).isEqualTo(160);
    assertThat(image.getRGB(10, 10)).as("the dot").isEqualTo(Ink.GRAVE.color().getRGB());
    assertThat(image.getRGB(239, 0)).as("the ground").isEqualTo(Ink.PAPER.color().getRGB());
  }

  @Test
  void aPictureTooLargeForAnImageIsDrawnSmaller() throws Exception {
    Drawing tall = new Drawing(4_000, 40_000, "", "", List.of());
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.of(tall)));
    assertThat((long) image.getWidth() * image.getHeight()).isLessThanOrEqualTo(24_000_000);
  }
}
