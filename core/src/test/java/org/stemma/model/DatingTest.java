package org.stemma.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatingTest {
  private static final List<String> VALUES =
      List.of(
          "2031-05-04",
          "2031-05-05",
          "2031-05-04T23:30:00-04:00",
          "2031-05-05T03:30:00Z",
          "2031-05-04T10:15",
          "2024-01-01");

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theOrderOfTheDatesDoesNotMatter(long seed) {
    Random random = new Random(seed);
    List<FoundDate> dates = new ArrayList<>();
    for (int i = random.nextInt(7); i >= 0; i--) {
      DateOrigin origin = DateOrigin.values()[random.nextInt(DateOrigin.values().length)];
      DateSense sense = DateSense.values()[random.nextInt(DateSense.values().length)];
      dates.add(new FoundDate(VALUES.get(random.nextInt(VALUES.size())), origin, sense));
    }
    Dating before = Dating.of(dates);
    Collections.shuffle(dates, random);
    assertThat(Dating.of(dates)).isEqualTo(before);
    before.chosen().ifPresent(chosen -> assertThat(chosen.sense()).isEqualTo(DateSense.PUBLISHED));
  }

  @Test
  @Timeout(10)
  void aPageMadeOfDatesIsDatedSoon() {
    LocalDate day = LocalDate.of(1900, 1, 1);
    List<FoundDate> dates = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      dates.add(new FoundDate(day.plusDays(2 * i).toString(), DateOrigin.GIVEN));
    }
    Collections.reverse(dates);
    Dating dating = Dating.of(dates);
    assertThat(dating.chosen()).contains(new FoundDate("1900-01-01", DateOrigin.GIVEN));
    assertThat(dating.reason()).isEqualTo(Dating.Reason.MOST_BELIEVED);
  }
}
