package org.stemma.pipeline;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.stemma.read.UnreadableDraft;

/** The files that drafts are written in, good and bad. */
@Timeout(60)
class DraftsTest {
  private static final String MAIN = "word/document.xml";

  @TempDir Path folder;

  @Test
  void plainTextIsReadInTheUsualEncodings() throws Exception {
    String draft = "“We’ll sail,” said Ana.\n";
    assertThat(text("draft.txt", draft.getBytes(UTF_8))).isEqualTo(draft);
    assertThat(text("draft.md", draft.getBytes(Charset.forName("windows-1252")))).isEqualTo(draft);
    assertThat(text("draft", ("\ufeff" + draft).getBytes(UTF_16LE))).isEqualTo(draft);
    assertThat(text("draft.txt", "One.\r\nTwo.\rThree.".getBytes(UTF_8)))
        .isEqualTo("One.\nTwo.\nThree.");
  }

  @Test
  void ofHtmlThatIsReadWhichABrowserShows() throws Exception {
    String html =
        "<html><head><title>Draft</title><script>“never read”</script></head><body><p>“We <b>will"
            + "</b> sail,” said Ana.</p><p>Nobody &amp; nothing.</p></body></html>";
    assertThat(text("draft.html", html.getBytes(UTF_8)))
        .contains("“We will sail,” said Ana.", "Nobody & nothing.")
        .doesNotContain("never read", "<");
  }

  @Test
  void ofAWordDocumentParagraphsAndNotesAreReadAndWhatWasDeletedIsNot() throws Exception {
    String main =
        body(
            "<w:p><w:r><w:t>“We will </w:t></w:r><w:ins><w:r><w:t>not </w:t></w:r></w:ins>"
                + "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
                + "<w:moveFrom><w:r><w:t>gladly </w:t></w:r></w:moveFrom>"
                + "<w:r><w:t>sail,”</w:t><w:tab/><w:t>said Ana.</w:t></w:r></w:p>"
                + "<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>Second &amp; last.</w:t></w:r></w:p>");
    String notes = body("<w:footnote><w:p><w:r><w:t>“A note.”</w:t></w:r></w:p></w:footnote>");
    byte[] docx = zip("[Content_Types].xml", "<x/>", "word/footnotes.xml", notes, MAIN, main);
    assertThat(text("draft.docx", docx))
        .isEqualTo("“We will not sail,”\tsaid Ana.\n\nSecond & last.\n\n“A note.”\n\n");
  }

  @Test
  void whatIsNoDraftIsRefusedWithASentence() {
    refused("a.doc", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0}, "old Word file");
    refused("a.rtf", "{\\rtf1 hello}".getBytes(UTF_8), "RTF");
    refused("a.pdf", "%PDF-1.7 x".getBytes(UTF_8), "PDF");
    refused("a.txt", new byte[100], "no text");
    refused("a.txt", " \n ".getBytes(UTF_8), "There is no text");
    refused("a.html", "<html><body><img></body></html>".getBytes(UTF_8), "There is no text");
  }

  @Test
  void brokenZipsAndBombsAreRefusedSoon() throws Exception {
    byte[] good = zip(MAIN, body("<w:p><w:r><w:t>Hello there.</w:t></w:r></w:p>".repeat(999)));
    refused("cut.docx", Arrays.copyOf(good, good.length / 2), "broken");
    refused("other.docx", zip("content.xml", "<x/>"), "no Word document");
    refused("empty.docx", Arrays.copyOf(zip(), 4), "no Word document");
    refused("odd.docx", zip(MAIN, body("<w:p><w:r></w:p>")), "broken");
    refused("blank.docx", zip(MAIN, body("<w:p/>")), "There is no text");
    byte[] bomb = zip(MAIN, body("<w:p><w:t>" + " ".repeat(80 << 20) + "</w:t></w:p>"));
    assertThat(bomb.length).isLessThan(1 << 20);
    refused("bomb.docx", bomb, "unpacks to more");
    String hello = body("<w:p><w:r><w:t>Hello.</w:t></w:r></w:p>");
    byte[] padded = zip("word/media/a.png", " ".repeat(70 << 20), MAIN, hello);
    assertThat(text("a trap beside it.docx", padded).strip()).isEqualTo("Hello.");
  }

  @Test
  void entitiesAreNeverFollowed() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "the keys of the granary");
    String laughs =
        "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
            + body("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>");
    refused("laughs.docx", zip(MAIN, laughs), "document");
    String outside =
        "<!DOCTYPE w [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]>"
            + body("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>");
    refused("outside.docx", zip(MAIN, outside), "document");
  }

  @Test
  void deepAndLongDocumentsTakeNotForEver() throws Exception {
    String deep =
        body(
            "<w:p>"
                + "<w:ins>".repeat(9_000)
                + "<w:r><w:t>Deep.</w:t></w:r>"
                + "</w:ins>".repeat(9_000)
                + "</w:p>");
    assertThat(text("deep.docx", zip(MAIN, deep)).strip()).isEqualTo("Deep.");
    assertThat(text("long.html", ("<p>" + "x".repeat(1 << 20) + "</p>").getBytes(UTF_8)))
        .hasSize(1 << 20);
    assertThat(text("open.html", "<div>".repeat(100_000).concat("x").getBytes(UTF_8)))
        .isEqualTo("x");
  }

  private static String text(String name, byte[] bytes) throws UnreadableDraft {
    return Drafts.text(name, bytes);
  }

  private static void refused(String name, byte[] bytes, String reason) {
    assertThatThrownBy(() -> text(name, bytes))
        .as(name)
        .isInstanceOf(UnreadableDraft.class)
        .hasMessageContaining(reason)
        .hasMessageEndingWith(".");
  }

  private static String body(String inside) {
    return "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        + "<w:body>"
        + inside
        + "</w:body></w:document>";
  }

  private static byte[] zip(String... namesAndContents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents[i]));
        zip.write(namesAndContents[i + 1].getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    // A zip without a file still starts as a file would.
    return namesAndContents.length == 0 ? "PK\003\004".getBytes(UTF_8) : bytes.toByteArray();
  }
}
