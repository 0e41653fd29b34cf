package org.stemma.read;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stemma.model.Page;

/**
 * Reads the file that somebody writes a draft in: plain text, Markdown, HTML, or a document of Word
 * (.docx). What it is, its first bytes tell, then its name.
 */
public final class DraftFile {
  private static final Pattern HTML_START =
      Pattern.compile("\\s{0,999}(?:<!--|<!doctype html|<html|<head|<body)");

  private static final int HTML_WITHIN = 2_000;

  private DraftFile() {}

  /**
   * The characters of a draft. They are not cleaned: every line of a draft counts.
   *
   * @param name a label, which is not used as a path
   * @throws UnreadableDraft when the bytes are of a kind that is not read, or broken
   */
  public static Page page(String name, byte[] bytes) throws UnreadableDraft {
    if (starts(bytes, 'P', 'K', 3, 4)) {
      return new Page(name, name, new Page.PlainText(WordDocument.text(bytes)));
    }
    if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
      throw new UnreadableDraft("This is an old Word file (.doc); save it as .docx or as text.");
    }
    if (starts(bytes, '{', '\\', 'r', 't', 'f')) {
      throw new UnreadableDraft("This is an RTF file; save it as .docx or as text.");
    }
    if (starts(bytes, '%', 'P', 'D', 'F')) {
      throw new UnreadableDraft(
          "This is a PDF; check the file that it was made from, or its text.");
    }
    if (Decoding.whyNotText(bytes).isPresent()) {
      throw new UnreadableDraft("This is no text; a draft is plain text, Markdown, HTML or .docx.");
    }
    String text = Decoding.text(bytes, Optional.empty());
    return isHtml(name, text)
        ? new Page(name, name, new Page.Html(Decoding.html(bytes, Optional.empty())))
        : new Page(name, name, new Page.PlainText(text));
  }

  private static boolean isHtml(String name, String text) {
    String lower = name.toLowerCase(Locale.ROOT);
    String start = text.substring(0, Math.min(HTML_WITHIN, text.length()));
    return lower.endsWith(".html")
        || lower.endsWith(".htm")
        || lower.endsWith(".xhtml")
        || HTML_START.matcher(start.toLowerCase(Locale.ROOT)).lookingAt();
  }

  private static boolean starts(byte[] bytes, int... first) {
    for (int i = 0; i < first.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != first[i]) {
        return false;
      }
    }
    return true;
  }
}
