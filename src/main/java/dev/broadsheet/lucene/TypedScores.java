package dev.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * What the typed words score the candidates of a relaxed search, one by one. A request that decides
 * about words asks for the same twice: to find what the best have in common, and to rank all by
 * that as well; so there a sum is remembered for as long as this is used, by one thread.
 */
final class TypedScores {
  private final CoverageQuery candidates;
  private final List<Query> queries;
  private final boolean remembered;
  private final Map<By, Scores> known = new HashMap<>();

  /**
   * Nothing is scored yet.
   *
   * @param candidates all that may be asked for
   * @param queries each adds its score to the documents that it matches
   * @param remembered whether sums are; else this may be used by many threads
   */
  TypedScores(CoverageQuery candidates, List<Query> queries, boolean remembered) {
    this.candidates = candidates;
    this.queries = List.copyOf(queries);
    this.remembered = remembered;
  }

  List<Query> queries() {
    return queries;
  }

  /** Whose numbers the scores are made of. */
  private record By(IndexSearcher searcher, float boost) {}

  /** By the numbers of a searcher. */
  Scores by(IndexSearcher searcher, float boost) {
    var by = new By(searcher, boost);
    return remembered ? known.computeIfAbsent(by, Scores::new) : new Scores(by);
  }

  /** How queries score, looked up once for all segments. */
  static List<Weight> weights(IndexSearcher searcher, List<Query> queries, float boost)
      throws IOException {
    List<Weight> weights = new ArrayList<>();
    for (Query query : queries) {
      weights.add(searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, boost));
    }
    return weights;
  }

  /** The candidates of a segment, and the sum of each, or NaN. */
  private static final class Sums {
    private final int[] documents;
    private final double[] sums;

    Sums(CoverageQuery.Matches candidates) throws IOException {
      documents = candidates.toArray();
      sums = new double[documents.length];
      Arrays.fill(sums, Double.NaN);
    }
  }

  /** The scores by one searcher. Where sums are not remembered, for many threads. */
  final class Scores {
    private final By by;
    private final Map<Object, Sums> sums = new HashMap<>();
    private volatile @Nullable List<Weight> weights;

    private Scores(By by) {
      this.by = by;
    }

    /** To ask for the candidates of a segment, in order. */
    Segment in(LeafReaderContext context) throws IOException {
      CoverageQuery.Matches all = candidates.documents(by.searcher, context);
      return new Segment(this, context, all.count(), remembered ? sums(context, all) : null);
    }

    private Sums sums(LeafReaderContext context, CoverageQuery.Matches all) throws IOException {
      Sums known = sums.get(context.id());
      if (known == null) {
        known = new Sums(all);
        sums.put(context.id(), known);
      }
      return known;
    }

    /** Not looked up where all sums are known. */
    private List<Weight> weights() throws IOException {
      List<Weight> known = weights;
      if (known == null) {
        known = TypedScores.weights(by.searcher, queries, by.boost);
        weights = known;
      }
      return known;
    }
  }

  /** The scores in a segment. */
  static final class Segment {
    private final Scores scores;
    private final LeafReaderContext context;
    private final int candidates;
    private final @Nullable Sums sums;
    private @Nullable List<Part> parts;
    private int at;

    private Segment(Scores scores, LeafReaderContext context, int candidates, @Nullable Sums sums) {
      this.scores = scores;
      this.context = context;
      this.candidates = candidates;
      this.sums = sums;
    }

    /** The sum of the scores of a candidate behind those that were asked for before. */
    double sum(int document) throws IOException {
      if (sums == null) {
        return score(document);
      }
      while (sums.documents[at] < document) {
        at++;
      }
      if (Double.isNaN(sums.sums[at])) {
        sums.sums[at] = score(document);
      }
      return sums.sums[at];
    }

    private double score(int document) throws IOException {
      if (parts == null) {
        parts = Part.of(scores.weights(), context, candidates);
      }
      return Part.sum(parts, document);
    }
  }

  /** One of the scores that are added up. */
  record Part(Scorer scorer, DocIdSetIterator documents, @Nullable TwoPhaseIterator matching) {
    /** The scores in a segment, for so many of its documents. */
    static List<Part> of(List<Weight> weights, LeafReaderContext context, int candidates)
        throws IOException {
      List<Part> parts = new ArrayList<>();
      for (Weight weight : weights) {
        ScorerSupplier supplier = weight.scorerSupplier(context);
        if (supplier != null) {
          parts.add(of(supplier.get(candidates)));
        }
      }
      return parts;
    }

    private static Part of(Scorer scorer) {
      TwoPhaseIterator matching = scorer.twoPhaseIterator();
      return matching == null
          ? new Part(scorer, scorer.iterator(), null)
          : new Part(scorer, matching.approximation(), matching);
    }

    /** The sum of what parts score a document behind those that were asked for before. */
    static double sum(List<Part> parts, int document) throws IOException {
      double sum = 0;
      for (Part part : parts) {
        sum += part.score(document);
      }
      return sum;
    }

    private float score(int document) throws IOException {
      int at = documents.docID();
      if (at < document) {
        at = documents.advance(document);
      }
      return at == document && (matching == null || matching.matches()) ? scorer.score() : 0;
    }
  }
}
