package org.stemma.pipeline;

import org.stemma.clean.Cleaner;
import org.stemma.clean.NotAnArticle;
import org.stemma.model.Page;
import org.stemma.read.DraftFile;
import org.stemma.read.UnreadableDraft;

/** Files that drafts are written in. Stateless and thread-safe. */
public final class Drafts {
  private Drafts() {}

  /**
   * The text of a draft, all of it, with line feeds alone between lines; of HTML what a browser
   * shows.
   *
   * @param name of the file, which tells its kind where its bytes do not; not used as a path
   * @param bytes plain text, Markdown, HTML or a Word document (.docx)
   * @throws UnreadableDraft when they are none of these, broken, or without a word; the message is
   *     one sentence, for people
   */
  public static String text(String name, byte[] bytes) throws UnreadableDraft {
    Page page = DraftFile.page(name, bytes);
    try {
      String text = new Cleaner().text(page).replace("\r\n", "\n").replace('\r', '\n');
      if (text.isBlank()) {
        throw new UnreadableDraft("There is no text in it: it is empty.");
      }
      return text;
    } catch (NotAnArticle e) {
      throw new UnreadableDraft("There is no text in it: it is empty.");
    }
  }
}
