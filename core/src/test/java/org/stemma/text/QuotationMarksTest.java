package org.stemma.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stemma.model.Span;

class QuotationMarksTest {
  @Test
  void everyHouseStyleIsRead() {
    assertThat(quotedIn("“We will go,” she said.")).containsExactly("We will go,");
    assertThat(quotedIn("\"We will go,\" she said.")).containsExactly("We will go,");
    assertThat(quotedIn("‘We will go,’ she said.")).containsExactly("We will go,");
    assertThat(quotedIn("'We will go,' she said.")).containsExactly("We will go,");
    assertThat(quotedIn("« On y va », dit-elle.")).containsExactly("On y va");
    assertThat(quotedIn("»Wir gehen«, sagte sie.")).containsExactly("Wir gehen");
    assertThat(quotedIn("„Wir gehen“, sagte sie.")).containsExactly("Wir gehen");
    assertThat(quotedIn("„Idziemy” – powiedziała.")).containsExactly("Idziemy");
    assertThat(quotedIn("「行きます」と言った。")).containsExactly("行きます");
  }

  @Test
  void theOuterSpanHoldsTheMarks() {
    String text = "She said: “ Go home ”.";
    assertThat(QuotationMarks.in(text, all(text)))
        .containsExactly(new Quotation(new Span(10, 21), new Span(12, 19)));
  }

  @Test
  void aQuotationThatTheCueInterruptsIsTwo() {
    assertThat(quotedIn("“No,” he said, “never again.”")).containsExactly("No,", "never again.");
    assertThat(quotedIn("\"No,\" he said, \"never again.\""))
        .containsExactly("No,", "never again.");
  }

  @Test
  void whatIsQuotedInsideIsNotListed() {
    assertThat(quotedIn("“They shouted ‘out’ at us,” he said."))
        .containsExactly("They shouted ‘out’ at us,");
    assertThat(quotedIn("‘They shouted “out” at us,’ he said."))
        .containsExactly("They shouted “out” at us,");
    assertThat(quotedIn("“They shouted “out” at us,” he said."))
        .containsExactly("They shouted “out” at us,");
    assertThat(quotedIn("\"They shouted \"out\" at us,\" he said."))
        .containsExactly("They shouted \"out\" at us,");
  }

  @Test
  void apostrophesAreNotMarks() {
    assertThat(quotedIn("It’s the workers’ union that didn’t go, and the boss's too.")).isEmpty();
    assertThat(quotedIn("It's the workers' union; they'd 'em all in the '90s.")).isEmpty();
    assertThat(quotedIn("‘It’s the workers’ right,’ she said."))
        .containsExactly("It’s the workers’ right,");
    assertThat(quotedIn("'It's the workers' right,' she said."))
        .containsExactly("It's the workers' right,");
    assertThat(quotedIn("Rock 'n' roll and 'tis pity.")).isEmpty();
  }

  @Test
  void anInchIsNotAMark() {
    assertThat(quotedIn("A 5\" pipe and a 7\" pipe.")).isEmpty();
  }

  @Test
  void aQuotationOverParagraphsGivesOneForEach() {
    assertThat(quotedIn("“We waited.\n\n“Nobody came.\n\n“So we left,” she said."))
        .containsExactly("We waited.", "Nobody came.", "So we left,");
    assertThat(quotedIn("\"We waited.\n\n\"So we left,\" she said."))
        .containsExactly("We waited.", "So we left,");
  }

  @Test
  void aParagraphThatOnlyClosesGoesOnWithTheQuotation() {
    assertThat(quotedIn("He said: “We waited.\n\nSo we left.” Then he went."))
        .containsExactly("We waited.", "So we left.");
    assertThat(quotedIn("So we left.” Then he went.")).isEmpty();
  }

  @Test
  void aLineBrokenInTheSentenceIsOneParagraph() {
    assertThat(quotedIn("“We waited for\nan hour,” she said."))
        .containsExactly("We waited for\nan hour,");
  }

  @Test
  void aMarkTurnedTheWrongWayIsReadByItsPlace() {
    assertThat(quotedIn("”There are questions,” she said."))
        .containsExactly("There are questions,");
    assertThat(quotedIn("“They helped the ‘other side.’ “\n\nNothing else."))
        .containsExactly("They helped the ‘other side.’");
    assertThat(quotedIn("“We go,\" she said. \"We stay,” he said."))
        .containsExactly("We go,", "We stay,");
  }

  @Test
  void aForgottenClosingMarkEndsBeforeTheNextOpeningOne() {
    assertThat(quotedIn("“We go, she said. “We stay,” he said."))
        .containsExactly("We go, she said.", "We stay,");
  }

  @Test
  void onlyTheRangeIsRead() {
    String text = "“One two.” “Three four.” “Five six.”";
    assertThat(QuotationMarks.in(text, new Span(11, 24)))
        .extracting(q -> q.inner().in(text))
        .containsExactly("Three four.");
  }

  @Test
  void marksAroundNothingAreNoQuotation() {
    assertThat(quotedIn("“” and \"\" and “ … ” and ‘’")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void quotationsOfAnyTextLieInItInOrder(long seed) {
    Random random = new Random(seed);
    String alphabet = "ab A.,'\"“”‘’«»„‟「」\n\n -—5\uD83D\uDE00";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(60) + 1; length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertInOrder(text.toString());
    }
  }

  private static void assertInOrder(String text) {
    int free = 0;
    List<Quotation> found = QuotationMarks.in(text, all(text));
    for (Quotation q : found) {
      assertThat(q.outer().start()).as(text).isGreaterThanOrEqualTo(free);
      assertThat(q.outer().end()).as(text).isLessThanOrEqualTo(text.length());
      free = q.outer().end();
    }
    assertThat(QuotationMarks.in(text, all(text))).isEqualTo(found);
  }

  @ParameterizedTest
  @Timeout(5)
  @ValueSource(
      strings = {
        "“", "”", "\"", "'", "‘", "’", "«", "»", "„", "“a ", "\"a ", "'a ", "‘a ", "s' a",
        "‘as’ a ", "“\n", "a"
      })
  void hostileTextTakesLinearTime(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());
    assertThat(QuotationMarks.in(text, all(text))).allMatch(q -> q.outer().end() <= text.length());
  }

  private static List<String> quotedIn(String text) {
    return QuotationMarks.in(text, all(text)).stream().map(q -> q.inner().in(text)).toList();
  }

  private static Span all(String text) {
    return new Span(0, text.length());
  }
}
