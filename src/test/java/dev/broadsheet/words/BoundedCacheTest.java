package dev.broadsheet.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BoundedCacheTest {
  private static final int SIZE = 100;

  @Test
  void rememberedAnswer_isNotWorkedOutAgain() throws IOException {
    BoundedCache<Integer, String> cache = new BoundedCache<>(SIZE);

    assertThat(cache.get(1, key -> "first")).isEqualTo("first");
    assertThat(cache.get(1, key -> "second")).isEqualTo("first");
  }

  @Test
  void noMoreAreRemembered_thanItHasRoomFor() {
    BoundedCache<Integer, String> cache = new BoundedCache<>(SIZE);

    IntStream.range(0, 10 * SIZE).forEach(key -> cache.put(key, "answer"));

    assertThat(remembered(cache, 10 * SIZE)).isPositive().isLessThanOrEqualTo(SIZE);
  }

  @Test
  void largeAnswers_takeMoreOfTheRoom() {
    BoundedCache<Integer, String> cache =
        new BoundedCache<>(10 * SIZE, (key, answer) -> answer.length());

    IntStream.range(0, 10 * SIZE).forEach(key -> cache.put(key, "ten bytes."));

    assertThat(remembered(cache, 10 * SIZE)).isPositive().isLessThanOrEqualTo(SIZE);
  }

  @Test
  void answerThatIsLargerThanTheRoom_isNotRemembered() {
    BoundedCache<Integer, String> cache =
        new BoundedCache<>(SIZE, (key, answer) -> answer.length());

    cache.put(1, "x".repeat(SIZE + 1));

    assertThat(cache.known(1)).isNull();
  }

  @Test
  void whatIsAskedForAgainAndAgain_staysWhateverIsAskedForOnce() throws IOException {
    BoundedCache<Integer, String> cache = new BoundedCache<>(SIZE);

    for (int once = 1; once < 100 * SIZE; once++) {
      cache.get(once, key -> "once");
      cache.get(-1 - once % (SIZE / 10), key -> "again and again");
    }

    assertThat(IntStream.rangeClosed(1, SIZE / 10).mapToObj(key -> cache.known(-key)))
        .doesNotContainNull();
  }

  private static long remembered(BoundedCache<Integer, String> cache, int keys) {
    return IntStream.range(0, keys).filter(key -> cache.known(key) != null).count();
  }
}
