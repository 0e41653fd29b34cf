package org.stemma.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stemma.model.Span;

class DeathTollTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "At least 23 people died when the ferry sank. | 23",
        "Twenty-three dead as island ferry goes down | 23",
        "The number of dead is 17, and each of them has a name. | 17",
        "The coastguard raised the number of dead to 26. | 26",
        "The blast killed 1,204 soldiers. | 1204",
        "It left some 62 soldiers of the guard dead. | 62",
        "We have taken 23 bodies out of the water and we are looking for nine people. | 23",
        "Three more people died in hospital overnight. | ''",
        "She counted 23 injured and 4 dead. | 4",
        "He said 211 people were on board. | ''",
        "The bells rang at six this morning for the dead. | ''",
        "More than half a million were killed and some 11 million people displaced. | ''",
        "Dozens died. | ''",
        "The toll rose to 30, 12 of them children. | 30",
      })
  void aTollIsToldFromOtherNumbers(String text, String values) {
    String found =
        DeathToll.in(text, new Span(0, text.length())).stream()
            .map(toll -> Long.toString(toll.value()))
            .collect(Collectors.joining(" "));
    assertThat(found).isEqualTo(Arrays.stream(values.split(" ")).collect(Collectors.joining(" ")));
  }
}
