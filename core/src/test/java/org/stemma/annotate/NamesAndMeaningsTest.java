package org.stemma.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stemma.annotate.Draft.Piece;
import org.stemma.model.Name;
import org.stemma.model.NameKind;
import org.stemma.model.Span;
import org.stemma.model.Vector;
import org.stemma.model.Zone;
import org.stemma.model.ZoneRole;

/** What becomes of the network's tags of names and of its vectors. */
class NamesAndMeaningsTest {
  private static final byte OUT = NameTags.OUTSIDE;
  private static final byte PERSON = NameTags.PERSON;
  private static final byte PERSON_ON = NameTags.PERSON + 1;
  private static final byte PLACE = NameTags.PLACE;

  private static Tokens tokens(String text) {
    List<Zone> zones = List.of(new Zone(ZoneRole.BODY, new Span(0, text.length())));
    return Tokens.of(text, zones, CueLexicon.load());
  }

  private static List<String> names(String text, byte... tags) {
    return NameTags.names(tokens(text), tags).stream()
        .map(name -> name.kind() + " " + name.span().in(text))
        .toList();
  }

  @Test
  void aRunOfTagsIsOneName() {
    assertThat(names("Ada van Lund left Osterby", PERSON, PERSON_ON, PERSON_ON, OUT, PLACE))
        .containsExactly("PERSON Ada van Lund", "PLACE Osterby");
  }

  @Test
  void aNameBesideAnotherIsItsOwn() {
    assertThat(names("Lund Orr Osterby", PERSON, PERSON, PLACE))
        .containsExactly("PERSON Lund", "PERSON Orr", "PLACE Osterby");
  }

  @Test
  void aNameEndsWithItsParagraph() {
    assertThat(names("Ada Lund\n\nOrr left", PERSON, PERSON_ON, PERSON_ON, OUT))
        .containsExactly("PERSON Ada Lund", "PERSON Orr");
  }

  @Test
  void everyTagHasItsKind() {
    String text = "a b c d";
    byte[] tags = {NameTags.PERSON, NameTags.ORGANIZATION, NameTags.PLACE, NameTags.OTHER};
    assertThat(NameTags.names(tokens(text), tags))
        .extracting(Name::kind)
        .containsExactly(NameKind.values());
  }

  @Test
  void aContentMeansWhatItsWordsMeanTogether() {
    Tokens tokens = tokens("Yes , no !");
    Meanings meanings = new Meanings(tokens.size, 2);
    meanings.read(new float[] {0.5f, 0, 1, 1, 0.5f, -0.25f, -1, -1}, 0, 0, 4);
    assertThat(meanings.of(tokens, List.of(new Piece(0, 3)))).isEqualTo(vector(127, -32));
    assertThat(meanings.of(tokens, List.of(new Piece(0, 0), new Piece(2, 2))))
        .isEqualTo(vector(127, -32));
    assertThat(meanings.of(tokens, List.of(new Piece(1, 1)))).isEqualTo(Vector.NONE);
  }

  @Test
  void whatTwoWindowsReadIsTakenOnce() {
    Tokens tokens = tokens("one two three");
    Meanings meanings = new Meanings(tokens.size, 1);
    meanings.read(new float[] {1, -0.5f}, 0, 0, 2);
    meanings.read(new float[] {0.1f, 0.1f, -0.25f}, 2, 2, 3);
    assertThat(meanings.of(tokens, List.of(new Piece(0, 2)))).isEqualTo(vector(127));
    assertThat(meanings.of(tokens, List.of(new Piece(2, 2)))).isEqualTo(vector(-127));
  }

  @Test
  void rowsBeyondOneAreCutOff() {
    Tokens tokens = tokens("one");
    Meanings meanings = new Meanings(1, 3);
    meanings.read(new float[] {40, -40, 1}, 0, 0, 1);
    assertThat(meanings.of(tokens, List.of(new Piece(0, 0)))).isEqualTo(vector(127, -127, 127));
  }

  @Test
  void aModelWithoutVectorsMeansNothing() {
    Tokens tokens = tokens("one two");
    Meanings meanings = new Meanings(tokens.size, 0);
    meanings.read(new float[0], 0, 0, 2);
    assertThat(meanings.of(tokens, List.of(new Piece(0, 1)))).isEqualTo(Vector.NONE);
  }

  private static Vector vector(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return Vector.of(bytes);
  }
}
