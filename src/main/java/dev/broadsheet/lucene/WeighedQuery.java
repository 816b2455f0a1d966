package dev.broadsheet.lucene;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/**
 * A query that is ready to find the best by score: rewritten, with its weight. It can be searched
 * for again and again, by many threads.
 *
 * @param weight by the numbers of a searcher
 * @param threshold what the best reach, where that can be told
 */
record WeighedQuery(Weight weight, Optional<InitialThreshold> threshold) {
  static WeighedQuery of(IndexSearcher searcher, Query query) throws IOException {
    Query rewritten = searcher.rewrite(query);
    return new WeighedQuery(
        searcher.createWeight(rewritten, ScoreMode.TOP_SCORES, 1),
        InitialThreshold.of(searcher, rewritten));
  }
}
