package dev.broadsheet.lucene;

import dev.broadsheet.words.SortKey;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/** Finds the best stories, each by its best item, and then what else of them matches. */
final class StoryFinder {
  private final Snapshot snapshot;
  private final IndexSearcher searcher;
  private final TieredQuery query;
  private final HitOrder order;

  StoryFinder(Snapshot snapshot, IndexSearcher searcher, TieredQuery query, HitOrder order) {
    this.snapshot = snapshot;
    this.searcher = searcher;
    this.query = query;
    this.order = order;
  }

  /** The best items of the best stories behind a key, or of the best of all. */
  Found find(int wanted, Optional<SortKey> after) throws IOException {
    var heads = new StoryHeads(snapshot.stories(), order, snapshot.reader().maxDoc());
    for (int tier = 0; tier < query.tiers(); tier++) {
      heads.begin(tier);
      searcher.search(query.alone(tier), new OneCollector(heads));
    }
    return new Found(heads.best(wanted, after), heads.size(), true);
  }

  /** All that matches of the stories of some items, by the number of the story. */
  Map<Integer, StoryMatches> matches(List<Found.Ranked> hits) throws IOException {
    Map<Integer, StoryMatches> matches = new HashMap<>();
    int[] documents = documents(hits);
    for (int tier = 0; documents.length > 0 && tier < query.tiers(); tier++) {
      searcher.search(
          query.alone(tier, new DocumentsQuery(documents)),
          new OneCollector(new Members(tier, matches)));
    }
    return matches;
  }

  private int[] documents(List<Found.Ranked> hits) throws IOException {
    StoryIndex stories = snapshot.stories();
    return hits.stream()
        .flatMapToInt(hit -> IntStream.of(stories.documents(hit.document())))
        .sorted()
        .toArray();
  }

  private final class Members implements Collector {
    private final int tier;
    private final Map<Integer, StoryMatches> matches;

    Members(int tier, Map<Integer, StoryMatches> matches) {
      this.tier = tier;
      this.matches = matches;
    }

    @Override
    public ScoreMode scoreMode() {
      return order.isByScore() ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
      HitOrder.Keys keys = order.keys(context.reader());
      StoryIndex stories = snapshot.stories();
      return new LeafCollector() {
        private @Nullable Scorable scorer;

        @Override
        public void setScorer(Scorable next) {
          scorer = next;
        }

        @Override
        public void collect(int document) throws IOException {
          int member = context.docBase + document;
          matches
              .computeIfAbsent(stories.story(member), story -> new StoryMatches(snapshot))
              .add(
                  new Found.Ranked(member, keys.key(tier, document, scorer)),
                  keys.millis(document));
        }
      };
    }
  }
}
