package dev.broadsheet.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.SharedFiles;
import dev.broadsheet.fixture.Thorough;
import dev.broadsheet.lucene.LuceneSettings;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the ranking against plain BM25, where there are judged collections. */
@Thorough
final class RankingTest {
  @TempDir private Path index;

  @ParameterizedTest
  @ValueSource(strings = {"cranfield", "cacm"})
  void everyMeasureIsAbovePlainBm25(String name) throws IOException {
    var collection = JudgedCollection.read(SharedFiles.folder("judged/" + name));
    BroadsheetRanking.index(collection, index, LuceneSettings.DEFAULT);
    try (var bm25 = new PlainBm25(collection);
        var broadsheet = BroadsheetRanking.open(index, LuceneSettings.DEFAULT)) {
      Measures plain = collection.measure(bm25::search);
      Measures ours = collection.measure(broadsheet::search);
      System.out.println(name + ": plain " + plain + ", Broadsheet " + ours);
      assertThat(ours.ndcg()).isGreaterThan(plain.ndcg());
      assertThat(ours.map()).isGreaterThan(plain.map());
      assertThat(ours.recall()).isGreaterThan(plain.recall());
      assertThat(ours.noHit()).isLessThanOrEqualTo(plain.noHit());
    }
  }
}
