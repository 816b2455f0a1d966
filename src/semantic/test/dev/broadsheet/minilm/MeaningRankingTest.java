package dev.broadsheet.minilm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.SharedFiles;
import dev.broadsheet.lucene.LuceneSettings;
import dev.broadsheet.meaning.Embedder;
import dev.broadsheet.meaning.Models;
import dev.broadsheet.ranking.BroadsheetRanking;
import dev.broadsheet.ranking.JudgedCollection;
import dev.broadsheet.ranking.Measures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds words and meaning together against words alone, where there are judged collections. */
final class MeaningRankingTest {
  @TempDir private Path index;

  @ParameterizedTest
  @ValueSource(strings = {"cranfield", "cacm"})
  void everyMeasureIsAboveThatOfWords(String name) throws IOException {
    var collection = JudgedCollection.read(SharedFiles.folder("judged/" + name));
    try (Embedder embedder = Models.open()) {
      BroadsheetRanking.index(collection, index, LuceneSettings.DEFAULT);
      BroadsheetRanking.embed(index, LuceneSettings.DEFAULT, embedder);
      try (var broadsheet =
          BroadsheetRanking.open(index, LuceneSettings.DEFAULT, Optional.of(embedder))) {
        Measures words = collection.measure(broadsheet::search);
        Measures hybrid = collection.measure(broadsheet::searchByMeaning);
        System.out.println(name + ": words " + words + ", hybrid " + hybrid);
        assertThat(hybrid.ndcg()).isGreaterThan(words.ndcg());
        assertThat(hybrid.map()).isGreaterThan(words.map());
        assertThat(hybrid.recall()).isGreaterThan(words.recall());
      }
    }
  }
}
