package org.stemma.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VectorTest {
  private static Vector vector(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return Vector.of(bytes);
  }

  @Test
  void onlyTheDirectionCounts() {
    assertThat(vector(3, 4).cosine(vector(30, 40))).isEqualTo(1, within(1e-12));
    assertThat(vector(3, 4).cosine(vector(-30, -40))).isEqualTo(-1, within(1e-12));
    assertThat(vector(3, 4).cosine(vector(4, -3))).isZero();
    assertThat(vector(3, 4).cosine(vector(4, 3))).isEqualTo(0.96, within(1e-12));
  }

  @Test
  void whatIsNotKnownIsLikeNothing() {
    assertThat(Vector.NONE.cosine(vector(3, 4))).isZero();
    assertThat(vector(3, 4).cosine(Vector.NONE)).isZero();
    assertThat(vector(0, 0).cosine(vector(3, 4))).isZero();
    assertThat(vector()).isSameAs(Vector.NONE);
  }

  @Test
  void vectorsOfTwoModelsAreNotCompared() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> vector(3, 4).cosine(vector(3, 4, 0)))
        .withMessageContaining("2 and 3 numbers");
  }

  @Test
  void theNumbersLieEvenlyAroundZero() {
    assertThat(vector(-127, 127).width()).isEqualTo(2);
    assertThatIllegalArgumentException().isThrownBy(() -> vector(3, -128));
  }

  @Test
  void itNeverChanges() {
    byte[] given = {1, 2};
    Vector vector = Vector.of(given);
    given[0] = 9;
    vector.values()[1] = 9;
    assertThat(vector).isEqualTo(vector(1, 2)).hasSameHashCodeAs(vector(1, 2));
    assertThat(vector).isNotEqualTo(vector(9, 9)).isNotEqualTo(vector(1, 2, 0));
  }

  @Test
  void theWidestAndLongestHaveACosine() {
    byte[] all = new byte[4096];
    Arrays.fill(all, (byte) -127);
    assertThat(Vector.of(all).cosine(Vector.of(all))).isEqualTo(1, within(1e-12));
  }
}
