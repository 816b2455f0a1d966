package dev.broadsheet.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.FreqAndNormBuffer;
import org.apache.lucene.index.Impacts;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.IOSupplier;
import org.apache.lucene.util.hnsw.FloatHeap;

/**
 * A score that as many documents have as are wanted, told before any is scored, so that what can't
 * be among the best is skipped from the beginning (Kane and Tompa, "Split-lists and initial
 * thresholds for WAND-based search", SIGIR 2018). To skip by, Lucene keeps the best frequencies and
 * norms of each block of a term's postings, each of which one of its documents has: so the best
 * scores of as many blocks as documents are wanted are those of as many documents. Safe for use by
 * many threads.
 */
final class InitialThreshold {
  /** What fewer documents have is searched in less time. */
  static final int FREQUENT = 5_000;

  /** What so many documents have has enough groups of blocks to look at these alone. */
  static final int VERY_FREQUENT = 100_000;

  /** More than rounding can add to a score. */
  private static final float ROUNDING = 1.000001f;

  private final Word word;
  private final Map<Object, Known> known = new ConcurrentHashMap<>();

  private InitialThreshold(Word word) {
    this.word = word;
  }

  /**
   * A term.
   *
   * @param scorer what a document scores at least by how often it has the term
   */
  record Word(Term term, TermStates states, SimScorer scorer) {
    static Word of(IndexSearcher searcher, TermQuery query, float boost) throws IOException {
      Term term = query.getTerm();
      TermStates states = query.getTermStates();
      SimScorer scorer =
          searcher
              .getSimilarity()
              .scorer(
                  boost,
                  searcher.collectionStatistics(term.field()),
                  TermWeights.statistics(searcher, term, states));
      return new Word(term, states, scorer);
    }

    /** The same term, of a document that has another at least as often. */
    Word with(Word other) {
      return new Word(
          term,
          states,
          new SimScorer() {
            @Override
            public float score(float frequency, long norm) {
              return scorer.score(frequency, norm) + other.scorer.score(frequency, norm);
            }
          });
    }
  }

  /**
   * The threshold of a query, where it is for one frequent word: what several score together is
   * much more than what one of them tells.
   */
  static Optional<InitialThreshold> of(IndexSearcher searcher, Query query) throws IOException {
    List<Word> words = words(searcher, query, 1);
    return words.size() == 1 && words.getFirst().states.docFreq() >= FREQUENT
        ? Optional.of(new InitialThreshold(words.getFirst()))
        : Optional.empty();
  }

  /** Words any of which is enough, and whose scores are added up. */
  private static List<Word> words(IndexSearcher searcher, Query query, float boost)
      throws IOException {
    return switch (query) {
      case BoostQuery boosted -> words(searcher, boosted.getQuery(), boost * boosted.getBoost());
      case FormQuery form -> List.of(form.word(searcher, boost));
      case TermQuery term when isThere(term) -> List.of(Word.of(searcher, term, boost));
      case BooleanQuery any when isAny(any) -> {
        List<Word> words = new ArrayList<>();
        for (BooleanClause part : any) {
          words.addAll(words(searcher, part.query(), boost));
        }
        yield words;
      }
      default -> List.of();
    };
  }

  private static boolean isThere(TermQuery term) {
    return term.getTermStates() != null && term.getTermStates().docFreq() > 0;
  }

  private static boolean isAny(BooleanQuery query) {
    return query.getMinimumNumberShouldMatch() <= 1
        && query.clauses().stream().allMatch(part -> part.occur() == Occur.SHOULD);
  }

  /** How many documents of a segment match at least, and the score that the wanted ones reach. */
  record Reached(int documents, float score) {
    static final Reached NOTHING = new Reached(0, 0);
  }

  /** What so many documents reach. */
  private record Known(int wanted, Reached reached) {}

  /**
   * What is reached in a segment; nothing where that can't be told. It is remembered for the number
   * that was asked for last.
   *
   * @param wanted how many documents are to reach it
   */
  Reached in(LeafReaderContext context, int wanted) throws IOException {
    Known last = known.get(context.id());
    if (last != null && last.wanted == wanted) {
      return last.reached;
    }
    Reached reached = find(context, wanted);
    known.put(context.id(), new Known(wanted, reached));
    return reached;
  }

  private Reached find(LeafReaderContext context, int wanted) throws IOException {
    // The best of a block may be deleted.
    IOSupplier<TermState> state = context.reader().hasDeletions() ? null : word.states.get(context);
    TermState at = state == null ? null : state.get();
    if (at == null) {
      return Reached.NOTHING;
    }
    TermsEnum terms = context.reader().terms(word.term.field()).iterator();
    terms.seekExact(word.term.bytes(), at);
    int documents = terms.docFreq();
    float score =
        documents < FREQUENT
            ? 0
            : score(terms.impacts(PostingsEnum.FREQS), documents < VERY_FREQUENT ? 0 : 1, wanted);
    return score == 0 ? Reached.NOTHING : new Reached(documents, score);
  }

  /**
   * The score of the last wanted of the best blocks.
   *
   * @param highest level of blocks that are looked at
   */
  private float score(ImpactsEnum postings, int highest, int wanted) throws IOException {
    var best = new FloatHeap(wanted);
    int end = -1;
    do {
      postings.advanceShallow(end + 1);
      Impacts blocks = postings.getImpacts();
      int level = Math.min(highest, blocks.numLevels() - 1);
      end = blocks.getDocIdUpTo(level);
      // What is left behind the last block has a bound that none of its documents need have.
      if (end != DocIdSetIterator.NO_MORE_DOCS) {
        best.offer(best(blocks.getImpacts(level)));
      }
    } while (end != DocIdSetIterator.NO_MORE_DOCS);
    return best.size() < wanted ? 0 : best.peek() / ROUNDING;
  }

  private float best(FreqAndNormBuffer impacts) {
    float best = 0;
    for (int i = 0; i < impacts.size; i++) {
      best = Math.max(best, word.scorer.score(impacts.freqs[i], impacts.norms[i]));
    }
    return best;
  }
}
