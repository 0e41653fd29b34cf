package org.stemma.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stemma.store.Sought;

/** The language of queries: what is read, how it is written again, what is said of mistakes. */
class QueryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "warning shot | warning shot",
        "  warning   AND shot | warning shot",
        "\"warning shot\" | \"warning shot\"",
        "“warning shot” | \"warning shot\"",
        "warn* | warn*",
        "speaker:\"Tomas Brel\" | speaker:\"Tomas Brel\"",
        "SPEAKER:Brel ACT:Denies | speaker:Brel act:deny",
        "act:says act:deny | act:say act:deny",
        "change:number_changed | change:number-changed",
        "-ferry | -ferry",
        "NOT ferry | -ferry",
        "-\"the ferry\" -act:denies | -\"the ferry\" -act:deny",
        "(ferry OR boat) sank | (ferry OR boat) sank",
        "ferry sank OR boat | ferry sank OR boat",
        "-(ferry OR boat) | -(ferry OR boat)",
        "((ferry)) | ferry",
        "after:2031-03-12 date:2031-03 to:2031 | after:2031-03-12 date:2031-03 to:2031",
        "so-called | so-called",
        "the boat - and the ferry — sank | the boat and the ferry sank",
        "Update: it sank | Update: it sank",
        "\"OR\" | \"OR\"",
        "* | ",
        " | ",
      })
  void aQueryIsReadAndWrittenSoThatItReadsTheSame(String typed, String written) {
    Query query = Query.parse(typed == null ? "" : typed);
    String expected = written == null ? "" : written;
    assertThat(query.toString().replace("\"Update:\"", "Update:")).isEqualTo(expected);
    assertThat(Query.parse(query.toString())).isEqualTo(query);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "ferry colour:red | 6 | There is no field \"colour\"",
        "act:sings | 4 | which is one of say, assert, deny",
        "fate:lost | 5 | \"lost\" is nothing that \"fate:\" takes",
        "after:yesterday | 6 | is no date",
        "date:2031-02-30 | 5 | is no date",
        "a \"b | 2 | never closed",
        "(a OR b | 0 | never closed",
        "a) b | 1 | never opened",
        "a OR | 2 | both sides",
        "a OR OR b | 5 | both sides",
        "OR a | 0 | both sides",
        "a (b OR) | 5 | both sides",
        "speaker:\"\" | 8 | needs a value",
        "speaker:— | 8 | needs a value",
        "a* | 0 | one word of 2 letters",
        "so-called* | 0 | one word",
        "a NOT | 2 | Nothing follows",
      })
  void aMistakeIsNamedWithItsPlace(String typed, int at, String said) {
    assertThatThrownBy(() -> Query.parse(typed))
        .isInstanceOfSatisfying(
            QueryException.class, e -> assertThat(e.at()).as(e.getMessage()).isEqualTo(at))
        .hasMessageContaining(said)
        .message()
        .endsWith("(character " + (at + 1) + " of the query).");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "-(", "NOT ", "- -"})
  void depthIsBounded(String opening) {
    String typed = opening.repeat(400);
    assertThatThrownBy(() -> Query.parse(typed)).isInstanceOf(QueryException.class);
  }

  @Test
  void lengthAndNumberAreBounded() {
    assertThatThrownBy(() -> Query.parse("x".repeat(2_001))).hasMessageContaining("2,000");
    assertThatThrownBy(() -> Query.parse("x ".repeat(61))).hasMessageContaining("60 clauses");
    assertThat(Query.parse("x ".repeat(60)).clauses()).hasSize(60);
  }

  @Test
  void aClauseIsPutOnAndTakenOff() {
    Query.Term denies = new Query.Term(Field.ACT, "deny");
    Query either = Query.parse("ferry OR boat");
    assertThat(either.with(denies)).hasToString("(ferry OR boat) act:deny");
    assertThat(either.with(denies).with(denies)).isEqualTo(either.with(denies));
    assertThat(either.with(denies).without(denies)).isEqualTo(either);
    assertThat(denies.without(denies)).hasToString("");
  }

  @Test
  void onlyWhatIsWantedIsMarked() {
    assertThat(Query.parse("ferry -boat (sank OR \"went down\") act:denies").sought())
        .containsExactly(
            new Sought("ferry", false), new Sought("sank", false), new Sought("went down", false));
  }

  /**
   * Whatever is typed is read or refused with a sentence, and what is read, reads the same again.
   */
  @Test
  void anythingTypedIsReadOrRefused() {
    String[] pieces = {
      "(",
      ")",
      "\"",
      "“",
      "”",
      "-",
      ":",
      "*",
      " ",
      " OR ",
      " AND ",
      " NOT ",
      "act:",
      "denies",
      "speaker:",
      "ferry",
      "2031",
      "date:2031",
      "é",
      "船",
      "\ud83d",
      "\u202e",
      "&",
      "\\",
      "~",
      "+"
    };
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder typed = new StringBuilder();
      for (int k = random.nextInt(12); k >= 0; k--) {
        typed.append(pieces[random.nextInt(pieces.length)]);
      }
      try {
        String written = Query.parse(typed.toString()).toString();
        assertThat(Query.parse(written).toString()).as(typed.toString()).isEqualTo(written);
      } catch (QueryException refused) {
        assertThat(refused.at()).as(typed.toString()).isBetween(0, typed.length());
      }
    }
  }
}
