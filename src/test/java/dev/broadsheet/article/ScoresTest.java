package dev.broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScoresTest {
  private static final OptionalDouble UNKNOWN = OptionalDouble.empty();

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 60, 1e9})
  void zeroAndMore_isKept(double score) {
    Scores scores = new Scores(OptionalDouble.of(score), OptionalDouble.of(score));
    assertThat(scores.quality()).hasValue(score);
    assertThat(scores.heat()).hasValue(score);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, -0.001, -1e9})
  void negative_isUnknown(double score) {
    assertThat(new Scores(OptionalDouble.of(score), OptionalDouble.of(score)))
        .isEqualTo(Scores.NONE);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void notFinite_isRefusedByName(double score) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Scores(OptionalDouble.of(score), UNKNOWN))
        .withMessageContaining("quality");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Scores(UNKNOWN, OptionalDouble.of(score)))
        .withMessageContaining("heat");
  }

  @Test
  void oneUnknown_leavesTheOther() {
    assertThat(new Scores(OptionalDouble.of(-1), OptionalDouble.of(5)))
        .isEqualTo(new Scores(UNKNOWN, OptionalDouble.of(5)));
  }
}
