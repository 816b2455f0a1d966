package dev.broadsheet.lucene;

import java.io.IOException;
import org.apache.lucene.index.FreqAndNormBuffer;
import org.apache.lucene.index.Impacts;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.ImpactsSource;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FilterScorer;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MaxScoreCache;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.jspecify.annotations.Nullable;

/**
 * Matches two words near each other, as a {@link PhraseQuery} with slop does, and bounds the scores
 * of a block of documents. A sloppy phrase of Lucene's has no such bound, so that it is looked for
 * wherever both words are; with one, only where it could lift a document among the best.
 */
final class NearQuery extends Query {
  private final PhraseQuery phrase;
  private final TermStates first;
  private final TermStates second;

  /**
   * A query.
   *
   * @param phrase of two different words, with slop
   * @param first where the first word is
   * @param second where the second word is
   */
  NearQuery(PhraseQuery phrase, TermStates first, TermStates second) {
    this.phrase = phrase;
    this.first = first;
    this.second = second;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    Weight weight = phrase.createWeight(searcher, mode, boost);
    if (mode != ScoreMode.TOP_SCORES || first.docFreq() == 0 || second.docFreq() == 0) {
      return weight;
    }
    SimScorer scorer =
        searcher
            .getSimilarity()
            .scorer(
                boost,
                searcher.collectionStatistics(phrase.getField()),
                TermWeights.statistics(searcher, phrase.getTerms()[0], first),
                TermWeights.statistics(searcher, phrase.getTerms()[1], second));
    return new BoundedWeight(weight, scorer);
  }

  private final class BoundedWeight extends FilterWeight {
    private final SimScorer scorer;

    BoundedWeight(Weight weight, SimScorer scorer) {
      super(NearQuery.this, weight);
      this.scorer = scorer;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
      ScorerSupplier supplier = in.scorerSupplier(context);
      return supplier == null
          ? null
          : new ScorerSupplier() {
            @Override
            public Scorer get(long leadCost) throws IOException {
              return new BoundedScorer(supplier.get(leadCost), bound(context));
            }

            @Override
            public long cost() {
              return supplier.cost();
            }
          };
    }

    private MaxScoreCache bound(LeafReaderContext context) throws IOException {
      boolean firstIsRarer = first.docFreq() <= second.docFreq();
      Term rarer = phrase.getTerms()[firstIsRarer ? 0 : 1];
      TermState state = (firstIsRarer ? first : second).get(context).get();
      TermsEnum terms = context.reader().terms(rarer.field()).iterator();
      terms.seekExact(rarer.bytes(), state);
      return new MaxScoreCache(new NearImpacts(terms.impacts(PostingsEnum.FREQS)), scorer);
    }
  }

  private static final class BoundedScorer extends FilterScorer {
    private final MaxScoreCache bound;

    BoundedScorer(Scorer scorer, MaxScoreCache bound) {
      super(scorer);
      this.bound = bound;
    }

    @Override
    public int advanceShallow(int target) throws IOException {
      return bound.advanceShallow(target);
    }

    @Override
    public float getMaxScore(int upTo) throws IOException {
      return bound.getMaxScore(upTo);
    }

    @Override
    public void setMinCompetitiveScore(float least) throws IOException {
      in.setMinCompetitiveScore(least);
    }
  }

  /**
   * Bounds the frequency of the pair by that of one of its words: between two places where the
   * words are nearest to each other they change sides, which they do at most twice for each
   * occurrence of a word, and no place counts more than 1.
   */
  private record NearImpacts(ImpactsEnum word) implements ImpactsSource {
    @Override
    public void advanceShallow(int target) throws IOException {
      word.advanceShallow(target);
    }

    @Override
    public Impacts getImpacts() throws IOException {
      Impacts impacts = word.getImpacts();
      return new Impacts() {
        @Override
        public int numLevels() {
          return impacts.numLevels();
        }

        @Override
        public int getDocIdUpTo(int level) {
          return impacts.getDocIdUpTo(level);
        }

        @Override
        public FreqAndNormBuffer getImpacts(int level) {
          FreqAndNormBuffer known = impacts.getImpacts(level);
          var bounds = new FreqAndNormBuffer();
          bounds.growNoCopy(known.size);
          for (int i = 0; i < known.size; i++) {
            bounds.add((int) Math.min(Integer.MAX_VALUE, 2L * known.freqs[i] + 1), known.norms[i]);
          }
          return bounds;
        }
      };
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    phrase.visit(visitor);
  }

  @Override
  public String toString(@Nullable String field) {
    return "near(" + phrase.toString(field) + ")";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NearQuery query && phrase.equals(query.phrase);
  }

  @Override
  public int hashCode() {
    return phrase.hashCode() + 1;
  }
}
