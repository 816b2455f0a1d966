package dev.broadsheet.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"Texts", "Bonus", "Relaxing", "Recency"})
  void whicheverPartIsUsedFirst_theDefaultHasAll(String part) throws Exception {
    URL classes = Ranking.class.getProtectionDomain().getCodeSource().getLocation();
    try (var fresh =
        new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
      Class.forName(Ranking.class.getName() + "$" + part, true, fresh);
      Object ranking = fresh.loadClass(Ranking.class.getName()).getField("DEFAULT").get(null);
      assertThat(ranking.toString()).isEqualTo(Ranking.DEFAULT.toString()).doesNotContain("null");
    }
  }
}
