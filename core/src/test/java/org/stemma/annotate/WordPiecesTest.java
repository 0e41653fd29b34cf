package org.stemma.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordPiecesTest {
  private static final List<String> VOCABULARY =
      List.of(
          "[PAD]", "[UNK]", "[CLS]", "[SEP]", "sea", "##wall", "##wa", "##s", "wall", "'", "\"",
          "cafe", "##", "#");

  @Test
  void theLongestPieceComesFirst() throws IOException {
    assertThat(pieces("seawalls")).containsExactly("sea", "##wall", "##s");
  }

  @Test
  void capitalsAccentsAndTheStyleOfMarksDoNotMatter() throws IOException {
    assertThat(pieces("Wall")).containsExactly("wall");
    assertThat(pieces("CAFÉ")).containsExactly("cafe");
    assertThat(pieces("’")).containsExactly("'");
    assertThat(pieces("«")).containsExactly("\"");
  }

  @Test
  void aWordThatCannotBeMadeOfPiecesIsUnknownAsAWhole() throws IOException {
    assertThat(pieces("seaweed")).containsExactly("[UNK]");
    assertThat(pieces("海")).containsExactly("[UNK]");
    assertThat(pieces("\uD800")).containsExactly("[UNK]");
    assertThat(pieces("sea".repeat(30))).containsExactly("[UNK]");
  }

  @Test
  void aMarkOfTheVocabularyItselfIsAPieceLikeAnyOther() throws IOException {
    assertThat(pieces("#")).containsExactly("#");
  }

  private static List<String> pieces(String word) throws IOException {
    byte[] lines = String.join("\n", VOCABULARY).getBytes(StandardCharsets.UTF_8);
    WordPieces pieces = WordPieces.read(new ByteArrayInputStream(lines));
    return Arrays.stream(pieces.of(word)).mapToObj(VOCABULARY::get).toList();
  }
}
