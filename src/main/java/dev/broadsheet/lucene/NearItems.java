package dev.broadsheet.lucene;

import dev.broadsheet.meaning.Vector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/** Finds the items that are nearest to a vector, by a graph in each segment. */
final class NearItems {
  private final Snapshot snapshot;
  private final String field;

  /**
   * A finder.
   *
   * @param field of {@link Schema#vector}
   */
  NearItems(Snapshot snapshot, String field) {
    this.snapshot = snapshot;
    this.field = field;
  }

  /**
   * An item near to a vector.
   *
   * @param document its number in the snapshot
   * @param cosine of the angle between, -1 to 1
   */
  record Near(int document, float cosine) {}

  /**
   * The nearest.
   *
   * @param most so many at most
   * @param filter what they have to match; the graph is walked with regard to it
   */
  List<Near> find(Vector target, int most, Optional<Query> filter) throws IOException {
    Deadline.check();
    var searcher = new TimedSearcher(snapshot.reader());
    searcher.setQueryCache(null);
    Deadline deadline = Deadline.current();
    if (deadline != null) {
      searcher.setTimeout(() -> System.nanoTime() - deadline.nanoTime() > 0);
    }
    var query = new KnnByteVectorQuery(field, target.bytes(), most, filter.orElse(null));
    List<Near> found = new ArrayList<>();
    for (ScoreDoc near : searcher.search(query, most).scoreDocs) {
      found.add(new Near(near.doc, 2 * near.score - 1));
    }
    // What is cut short is no answer.
    Deadline.check();
    found.sort(
        Comparator.comparingDouble((Near near) -> -near.cosine()).thenComparingInt(Near::document));
    return found;
  }
}
