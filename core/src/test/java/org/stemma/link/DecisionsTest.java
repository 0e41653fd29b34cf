package org.stemma.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.stemma.model.Annotated;
import org.stemma.model.Decision;
import org.stemma.model.Entities;
import org.stemma.model.Entity;
import org.stemma.model.KnownNames;
import org.stemma.model.Union;

/** What people decide, and what they know, over what the articles tell. */
class DecisionsTest {
  private static final Instant NOON = Instant.parse("2031-05-04T12:00:00Z");

  /** Two articles that name Ada Quill, the mayor; one that names Ada Quill, the surgeon. */
  private static final List<Annotated> ARTICLES =
      List.of(
          EntityCase.article("Quay 2031-05-04: Mayor [Ada Quill] of {Selm} opened the fair.", 0),
          EntityCase.article("Mole 2031-05-05: Mayor [Ada Quill] of {Selm} closed the fair.", 1),
          EntityCase.article("Tarn 2031-05-06: The surgeon [Ada Quill] was not there.", 2));

  private static final String MAYOR = "Quay-2031-05-04-0~ada-quill";
  private static final String MAYOR_AGAIN = "Mole-2031-05-05-1~ada-quill";
  private static final String SURGEON = "Tarn-2031-05-06-2~ada-quill";

  private final Linker linker = new Linker();
  private final List<Decision> log = new ArrayList<>();

  private Entities decided() {
    return linker.entities(ARTICLES, KnownNames.NONE, log);
  }

  private boolean areOne(String one, String other) {
    Entities entities = decided();
    return entities.byId(one).orElseThrow().equals(entities.byId(other).orElseThrow());
  }

  @Test
  void withoutADecision_theArticlesTell() {
    assertThat(areOne(MAYOR, MAYOR_AGAIN)).isTrue();
    assertThat(areOne(MAYOR, SURGEON)).isFalse();
  }

  @Test
  void merge_joinsWhatTheArticlesTellApart_andSaysWhy() {
    log.add(new Decision.Merge(NOON, List.of(MAYOR_AGAIN, SURGEON)));
    assertThat(areOne(MAYOR, SURGEON)).isTrue();
    assertThat(decided().byId(MAYOR).orElseThrow().unions())
        .extracting(Union::reason)
        .containsExactlyInAnyOrder(Union.Reason.SAME_NAME, Union.Reason.DECIDED);
  }

  @Test
  void split_partsWhatTheArticlesJoin() {
    log.add(new Decision.Split(NOON, List.of(MAYOR_AGAIN)));
    assertThat(areOne(MAYOR, MAYOR_AGAIN)).isFalse();
  }

  @Test
  void split_undoesAMergeForItsOwnBearingsOnly() {
    log.add(new Decision.Merge(NOON, List.of(MAYOR, SURGEON)));
    log.add(new Decision.Split(NOON, List.of(MAYOR_AGAIN)));
    assertThat(areOne(MAYOR, SURGEON)).isTrue();
    assertThat(areOne(MAYOR, MAYOR_AGAIN)).isFalse();
  }

  @Test
  void rename_theLatestHolds() {
    log.add(new Decision.Rename(NOON, MAYOR, "Dame Ada Quill"));
    log.add(new Decision.Rename(NOON, MAYOR_AGAIN, "Ada Quill of Selm"));
    assertThat(decided().byId(MAYOR).orElseThrow().name()).isEqualTo("Ada Quill of Selm");
  }

  @Test
  void notASpeaker_isSaidOfAllBearings() {
    log.add(new Decision.NotASpeaker(NOON, MAYOR));
    assertThat(decided().byId(MAYOR_AGAIN).orElseThrow().isSpeaker()).isFalse();
    assertThat(decided().byId(SURGEON).orElseThrow().isSpeaker()).isTrue();
  }

  @Test
  void revert_takesADecisionBack_andARevertedRevertBringsItBack() {
    log.add(new Decision.Merge(NOON, List.of(MAYOR, SURGEON)));
    log.add(new Decision.Revert(NOON, 1));
    assertThat(areOne(MAYOR, SURGEON)).isFalse();
    log.add(new Decision.Revert(NOON, 2));
    assertThat(areOne(MAYOR, SURGEON)).isTrue();
  }

  @Test
  void aDecisionAboutAnArticleThatIsNotThere_rests() {
    List<Entity> before = decided().all();
    log.add(new Decision.Merge(NOON, List.of(MAYOR, "gone~ada-quill")));
    log.add(new Decision.Split(NOON, List.of("gone~ada-quill")));
    assertThat(decided().all()).isEqualTo(before);
  }

  @Test
  void everyBearingLeadsToOneEntity() {
    log.add(new Decision.Merge(NOON, List.of(MAYOR, SURGEON)));
    log.add(new Decision.Split(NOON, List.of(SURGEON, MAYOR_AGAIN)));
    Entities entities = decided();
    TreeSet<String> ids = new TreeSet<>();
    entities.all().forEach(entity -> entity.bearings().forEach(b -> ids.add(b.id())));
    assertThat(ids).contains(MAYOR, MAYOR_AGAIN, SURGEON);
    ids.forEach(id -> assertThat(entities.byId(id)).isPresent());
  }

  @Test
  void namesThatTheUserKnows_areOneName() {
    List<Annotated> articles =
        List.of(
            EntityCase.article("Quay 2031-05-04: [Karim Hadun] took the fort.", 0),
            EntityCase.article("Mole 2031-05-05: [The Falcon] left the fort.", 1));
    String one = "Quay-2031-05-04-0~karim-hadun";
    Entities without = linker.entities(articles, KnownNames.NONE, List.of());
    assertThat(without.byId(one).orElseThrow().bearings()).hasSize(1);
    KnownNames known = KnownNames.of("# the rebel\nKarim Hadun = The Falcon\n");
    Entity found = linker.entities(articles, known, List.of()).byId(one).orElseThrow();
    assertThat(found.bearings()).hasSize(2);
    assertThat(found.unions()).extracting(Union::reason).containsExactly(Union.Reason.LISTED);
  }

  @Test
  void aListOfNamesThatIsNone_isOneSentenceWithTheLine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KnownNames.of("Ada = A. Quill\nBrel\n"))
        .withMessage("Line 2 must be names with = between them: \"Brel\".");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KnownNames.of("Ada = A. Quill\nBrel = Ada\n"))
        .withMessageContaining("Lines 1 and 2 both have \"Ada\"");
  }
}
