package org.stemma.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Real places: where the world lies is no invention. */
class GazetteerTest {
  private static final Gazetteer WORLD = Gazetteer.ofTheWorld();

  @Test
  void aPlaceIsFoundByItsNameInAnyCaseAndWithoutItsAccents() {
    Location zurich = WORLD.named("zurich").get(0);
    assertThat(zurich.name()).isEqualTo("Zürich");
    assertThat(zurich.country()).isEqualTo("Switzerland");
    assertThat(zurich.latitude()).isBetween(47.0, 48.0);
    assertThat(zurich.longitude()).isBetween(8.0, 9.0);
    assertThat(WORLD.named("ZÜRICH")).isEqualTo(WORLD.named("zurich"));
  }

  @Test
  void anAmbiguousNameGivesAllWithMostPeopleFirst() {
    List<Location> named = WORLD.named("Birmingham");
    assertThat(named).extracting(Location::country).startsWith("United Kingdom", "United States");
    assertThat(named)
        .isSortedAccordingTo((one, other) -> Long.compare(other.people(), one.people()));
  }

  @Test
  void aCountryLiesInTheMiddleOfItsLargestPiece() {
    Location france = WORLD.named("France").get(0);
    assertThat(france.kind()).isEqualTo(Location.Kind.COUNTRY);
    assertThat(france.latitude()).isBetween(45.0, 48.0);
    assertThat(WORLD.named("Russia").get(0).longitude()).isBetween(60.0, 120.0);
    assertThat(WORLD.named("UK")).isEqualTo(WORLD.named("United Kingdom"));
  }

  @Test
  void aLargeTownIsMeantBeforeARegionAndARegionBeforeATown() {
    assertThat(WORLD.named("Washington").get(0).kind()).isEqualTo(Location.Kind.TOWN);
    assertThat(WORLD.named("Colorado").get(0).kind()).isEqualTo(Location.Kind.REGION);
    assertThat(WORLD.named("Georgia"))
        .extracting(Location::kind)
        .startsWith(Location.Kind.COUNTRY, Location.Kind.REGION);
    assertThat(WORLD.named("Asia").get(0).kind()).isEqualTo(Location.Kind.COUNTRY);
  }

  @Test
  void otherLanguagesCountWhereNoPlaceHasTheNameItself() {
    assertThat(WORLD.named("Kiev").get(0).name()).isEqualTo("Kyiv");
    assertThat(WORLD.named("Cologne").get(0).name()).isEqualTo("Köln");
  }

  @Test
  void whatIsNowhereIsNotFound() {
    assertThat(WORLD.named("Port Selwick")).isEmpty();
    assertThat(WORLD.named("")).isEmpty();
  }
}
