package dev.broadsheet.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RankingTest {
  @Test
  void numbers_areThoseOfAllParts() {
    var ranking =
        new Ranking(
            new Ranking.Texts(1, 2, 3, 4, 0.5),
            new Ranking.Bonus(0.6, 0.7, 0.8, 0.9),
            new Ranking.Relaxing(10, 11, 12, 13),
            new Ranking.Recency(0.14, Duration.ofDays(15)));
    long parts =
        Stream.of(
                Ranking.Texts.class,
                Ranking.Bonus.class,
                Ranking.Relaxing.class,
                Ranking.Recency.class)
            .mapToLong(part -> part.getRecordComponents().length)
            .sum();

    assertThat(ranking.numbers()).hasSize((int) parts).doesNotHaveDuplicates();
  }
}
