package dev.broadsheet.lucene;

import dev.broadsheet.words.Relevance;
import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Matches a stem, and scores the form of it that was typed besides. As a document has the form at
 * most as often as the stem, the score of the stem bounds what the form adds. So blocks of
 * documents are skipped by the stem alone, and the form is looked for only where it could lift a
 * document among the best; a disjunction of the two reads the bounds of both.
 */
final class FormQuery extends Query {
  /** What fewer documents have is found sooner by a disjunction: there is little to skip. */
  static final int FREQUENT = 50_000;

  /** More than rounding can take from a bound. */
  private static final float ROUNDING = 1.000001f;

  private final Weighted stem;
  private final Weighted form;

  /** A term that counts only so much. */
  private record Weighted(TermQuery term, float weight) {
    static Weighted of(Query query) {
      return query instanceof BoostQuery boost
          ? new Weighted((TermQuery) boost.getQuery(), boost.getBoost())
          : new Weighted((TermQuery) query, 1);
    }

    Weight weight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
      return term.createWeight(searcher, mode, boost * weight);
    }

    InitialThreshold.Word word(IndexSearcher searcher, float boost) throws IOException {
      return InitialThreshold.Word.of(searcher, term, boost * weight);
    }

    int documents() {
      return term.getTermStates().docFreq();
    }

    /** What its score is a multiple of that depends on the document alone. */
    double score(IndexSearcher searcher) throws IOException {
      TermStatistics statistics =
          TermWeights.statistics(searcher, term.getTerm(), term.getTermStates());
      long all = searcher.collectionStatistics(term.getTerm().field()).docCount();
      return weight * Relevance.idf(all, statistics.docFreq());
    }

    @Override
    public String toString() {
      return term + "^" + weight;
    }
  }

  private FormQuery(Weighted stem, Weighted form) {
    this.stem = stem;
    this.form = form;
  }

  /** A query for two terms that were looked up, each of which may be boosted. */
  static FormQuery of(Query stem, Query form) {
    return new FormQuery(Weighted.of(stem), Weighted.of(form));
  }

  /** The form, where it is frequent too, as its documents have the stem as often; or the stem. */
  InitialThreshold.Word word(IndexSearcher searcher, float boost) throws IOException {
    var ofStem = stem.word(searcher, boost);
    return form.documents() < InitialThreshold.FREQUENT
        ? ofStem
        : form.word(searcher, boost).with(ofStem);
  }

  Term stem() {
    return stem.term.getTerm();
  }

  /** Whether the stem counts, so that its score bounds anything. */
  boolean isBounded() {
    return stem.weight > 0;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    Weight stems = stem.weight(searcher, mode, boost);
    if (!mode.needsScores() || form.documents() == 0) {
      return stems;
    }
    double most = 1 + form.score(searcher) / stem.score(searcher);
    return new SumWeight(
        stems, form.weight(searcher, ScoreMode.COMPLETE, boost), (float) most * ROUNDING);
  }

  private final class SumWeight extends FilterWeight {
    private final Weight forms;
    private final float most;

    SumWeight(Weight stems, Weight forms, float most) {
      super(FormQuery.this, stems);
      this.forms = forms;
      this.most = most;
    }

    @Override
    public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
      ScorerSupplier stem = in.scorerSupplier(context);
      ScorerSupplier form = forms.scorerSupplier(context);
      return stem == null || form == null ? stem : new SumSupplier(stem, form, most);
    }

    @Override
    public Explanation explain(LeafReaderContext context, int document) throws IOException {
      Explanation ofStem = in.explain(context, document);
      Explanation ofForm = forms.explain(context, document);
      return ofForm.isMatch()
          ? Explanation.match(
              ofStem.getValue().floatValue() + ofForm.getValue().floatValue(),
              "sum of:",
              ofStem,
              ofForm)
          : ofStem;
    }
  }

  private static final class SumSupplier extends ScorerSupplier {
    private final ScorerSupplier stem;
    private final ScorerSupplier form;
    private final float most;

    SumSupplier(ScorerSupplier stem, ScorerSupplier form, float most) {
      this.stem = stem;
      this.form = form;
      this.most = most;
    }

    @Override
    public Scorer get(long leadCost) throws IOException {
      return new FormScorer(stem.get(leadCost), form.get(leadCost), most);
    }

    @Override
    public BulkScorer bulkScorer() throws IOException {
      return new BatchScorer(get(Long.MAX_VALUE));
    }

    @Override
    public long cost() {
      return stem.cost();
    }

    @Override
    public void setTopLevelScoringClause() throws IOException {
      stem.setTopLevelScoringClause();
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    QueryVisitor either = visitor.getSubVisitor(Occur.SHOULD, this);
    stem.term.visit(either);
    form.term.visit(either);
  }

  @Override
  public String toString(@Nullable String field) {
    return stem + " with " + form;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FormQuery query && stem.equals(query.stem) && form.equals(query.form);
  }

  @Override
  public int hashCode() {
    return 31 * stem.hashCode() + form.hashCode();
  }
}
