package dev.broadsheet.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.broadsheet.words.QualityBoost;
import dev.broadsheet.words.Relevance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QualitySimilarityTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 60, 1_000, 1_000_000})
  void eachWholeStepOfQuality_hasABetterNorm(int length) {
    for (int quality = 0; quality < 200; quality++) {
      float lower = Relevance.factor(QualityBoost.DEFAULT.factor(quality), length);
      float higher = Relevance.factor(QualityBoost.DEFAULT.factor(quality + 1.0), length);
      assertThat(Long.compareUnsigned(norm(higher), norm(lower)))
          .as("quality %s and one more, %s words", quality, length)
          .isNegative();
    }
  }

  @Test
  void aBetterFactor_neverHasAWorseNorm() {
    for (float factor = 0; factor < 2; factor += 1e-5f) {
      assertThat(Long.compareUnsigned(norm(factor + 1e-5f), norm(factor))).isNotPositive();
    }
  }

  @Test
  void factor_isKept() {
    for (float factor = 1 / 127f; factor <= 2; factor += 1e-4f) {
      assertThat(QualitySimilarity.factor(norm(factor)))
          .isCloseTo(factor, withinPercentage(0.0062));
    }
    assertThat(QualitySimilarity.factor(norm(1))).isEqualTo(1);
  }

  @Test
  void norm_takesTwoBytes_andIsNeverNone() {
    for (float factor : new float[] {0, Float.MIN_VALUE, 1 / 128f, 0.5f, 1, 2}) {
      assertThat(norm(factor))
          .isBetween((long) Short.MIN_VALUE, (long) Short.MAX_VALUE)
          .isNotZero();
    }
    assertThat(norm(2)).isEqualTo(QualitySimilarity.BEST_NORM);
    assertThat(norm(0)).isEqualTo(QualitySimilarity.WORST_NORM);
  }

  private static long norm(float factor) {
    return QualitySimilarity.norm(factor);
  }
}
