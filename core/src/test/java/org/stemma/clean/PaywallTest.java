package org.stemma.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stemma.model.ZoneRole;

class PaywallTest {
  private static final String PARAGRAPH =
      "The bank had lent nine million crowns against all the fog above the northern shore.\n";

  @Test
  void aShortTextThatItsMarkupCallsPaidForIsAStart() {
    assertThat(cuts(PARAGRAPH, true)).isTrue();
    assertThat(cuts(PARAGRAPH, false)).isFalse();
  }

  @Test
  void aLongTextIsWholeWhateverItsMarkupSays() {
    assertThat(cuts(PARAGRAPH.repeat(20), true)).isFalse();
  }

  @Test
  void aNoticeUnderALongTextCutsNothingOff() {
    String notice = "To continue reading, subscribe today.\n";
    assertThat(cuts(PARAGRAPH + notice, false)).isTrue();
    assertThat(cuts(PARAGRAPH.repeat(20) + notice, false)).isFalse();
  }

  private static boolean cuts(String text, boolean told) {
    List<Block> blocks = Blocks.of(text);
    return Paywall.cuts(blocks, Collections.nCopies(blocks.size(), ZoneRole.BODY), told);
  }
}
