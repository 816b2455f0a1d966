package dev.broadsheet.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.words.QualityBoost;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QualityBoostTest {
  private static final QualityBoost BOOST = new QualityBoost(0.3, 60);

  private static float factor(double quality) {
    return BOOST.factor(OptionalDouble.of(quality));
  }

  @Test
  void unknownQuality_isNeutral() {
    assertThat(BOOST.factor(OptionalDouble.empty())).isEqualTo(1f);
  }

  @Test
  void pivot_isNeutral() {
    assertThat(factor(60)).isEqualTo(1f);
  }

  @Test
  void zero_lowersByTheWholeWeight() {
    assertThat(factor(0)).isCloseTo(0.7f, within(1e-6f));
  }

  @Test
  void threeTimesThePivot_liftsByHalfTheWeight() {
    assertThat(factor(180)).isCloseTo(1.15f, within(1e-6f));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 59.9, 200, 1e6, 1e300, Double.MAX_VALUE})
  void factorStaysWithinTheWeight(double quality) {
    assertThat(factor(quality)).isBetween(0.7f, 1.3f);
  }

  @Test
  void betterQuality_neverCountsLess() {
    long seed = Long.getLong("test.seed", System.nanoTime());
    var random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      var boost = new QualityBoost(random.nextDouble(), random.nextDouble(0.01, 200));
      double low = random.nextDouble(300);
      double high = low + random.nextDouble(300);
      assertThat(boost.factor(OptionalDouble.of(high)))
          .as("-Dtest.seed=%s: %s at %s and %s", seed, boost, low, high)
          .isGreaterThanOrEqualTo(boost.factor(OptionalDouble.of(low)))
          .isPositive();
    }
  }

  @Test
  void eachWholeStepUpTo200_countsMore() {
    for (int quality = 0; quality < 200; quality++) {
      assertThat(factor(quality + 1)).isGreaterThan(factor(quality));
    }
  }

  @Test
  void weightOfZero_turnsItOff() {
    var off = new QualityBoost(0, 60);
    assertThat(off.factor(OptionalDouble.of(0))).isEqualTo(1f);
    assertThat(off.factor(OptionalDouble.of(200))).isEqualTo(1f);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, 2, Double.NaN, Double.POSITIVE_INFINITY})
  void badWeight_isRefused(double weight) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QualityBoost(weight, 60))
        .withMessageContaining("weight");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void badPivot_isRefused(double pivot) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QualityBoost(0.3, pivot))
        .withMessageContaining("pivot");
  }
}
