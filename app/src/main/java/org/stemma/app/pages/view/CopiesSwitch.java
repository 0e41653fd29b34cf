package org.stemma.app.pages.view;

import java.util.Optional;
import org.stemma.app.desk.Shelf;
import org.stemma.model.Origin;
import org.stemma.model.Statement;

/**
 * Whether copies of one story are counted once where a number of outlets is shown. Kept in the
 * address, {@code ?copies=once}, so that a link shows its reader the same.
 *
 * @param once true where they are
 */
public record CopiesSwitch(boolean once) {
  /** Its name in an address. */
  public static final String NAME = "copies";

  private static final String ONCE = "once";

  /**
   * @param asked what the address says
   */
  public static CopiesSwitch of(Optional<String> asked) {
    return new CopiesSwitch(asked.filter(ONCE::equals).isPresent());
  }

  /** A statement's line in a list. */
  public StatementLine line(Statement statement, Shelf shelf) {
    long outlets = shelf.outlets(statement);
    StatementLine line = StatementLine.of(statement, outlets, shelf::known);
    // Of one outlet's there is nothing to count, and a stemma is work.
    return once && outlets > 1
        ? line.counted(
            outlets, Origin.independent(shelf.origins(statement, shelf.stemmaOf(statement))))
        : line;
  }

  /**
   * The link that turns it.
   *
   * @param address the page's own, without this
   */
  public LinkView turned(ListView.Address address) {
    return once
        ? new LinkView("Count every outlet alike", address.text())
        : new LinkView("Count copies of one story once", address.with(NAME, ONCE).text());
  }

  /** An address on which it stays as it is. */
  public ListView.Address kept(ListView.Address address) {
    return once ? address.with(NAME, ONCE) : address;
  }
}
