package dev.broadsheet.lucene;

import dev.broadsheet.search.Filter;
import dev.broadsheet.words.Queries;
import dev.broadsheet.words.Ranking;
import dev.broadsheet.words.Wanted;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Makes Lucene's queries. For one request: each term is looked up once, and so is what covers
 * enough, and what few items match.
 */
final class LuceneQueries implements Queries<Query> {
  private final TermWeights weights;
  private final Map<CoverageQuery, CoverageQuery> enough = new HashMap<>();
  private final Map<FewQuery, FewQuery> few = new HashMap<>();
  private final Map<Typed, TypedScores> scores = new HashMap<>();
  private boolean remembersScores;

  LuceneQueries(TermWeights weights) {
    this.weights = weights;
  }

  /**
   * From now on, what candidates score is remembered, as the one request that decides about words
   * asks for it more than once.
   */
  void rememberScores() {
    remembersScores = true;
  }

  @Override
  public Query items() {
    return QueryTranslator.items();
  }

  @Override
  public Query nothing() {
    return MatchNoDocsQuery.INSTANCE;
  }

  @Override
  public Query term(String field, String token) throws IOException {
    return weights.query(new Term(field, token));
  }

  @Override
  public Query anyOf(String field, List<String> tokens) {
    return new TermInSetQuery(field, tokens.stream().map(BytesRef::new).toList());
  }

  @Override
  public Query sideBySide(String field, List<String> tokens) {
    var phrase = new PhraseQuery.Builder();
    tokens.forEach(token -> phrase.add(new Term(field, token)));
    return phrase.build();
  }

  @Override
  public Query near(String field, String first, String second, int apart, int slop)
      throws IOException {
    Term one = new Term(field, first);
    Term other = new Term(field, second);
    PhraseQuery phrase =
        new PhraseQuery.Builder().add(one, 0).add(other, apart).setSlop(slop).build();
    return new NearQuery(phrase, weights.states(one), weights.states(other));
  }

  @Override
  public Query begun(String field, String beginning) {
    return new BegunQuery(new Term(field, beginning));
  }

  @Override
  public Query byQuality(Query matching) {
    return new QualityQuery(matching);
  }

  @Override
  public Query times(Query query, float factor) {
    return new BoostQuery(query, factor);
  }

  @Override
  public List<Query> withBonus(Query core, Query bonus) throws IOException {
    var both = FormQuery.of(core, bonus);
    return both.isBounded() && weights.itemsWith(both.stem()) >= FormQuery.FREQUENT
        ? List.of(both)
        : List.of(core, bonus);
  }

  @Override
  public Query any(List<Query> queries) {
    return QueryTranslator.any(queries);
  }

  @Override
  public Query best(List<Query> queries) {
    return new DisjunctionMaxQuery(queries, 0);
  }

  @Override
  public Query alike(Query query) {
    return new ConstantScoreQuery(query);
  }

  @Override
  public Query all(Parts<Query> parts) {
    var query = new BooleanQuery.Builder();
    parts.required().forEach(part -> query.add(part, Occur.MUST));
    parts.optional().forEach(part -> query.add(part, Occur.SHOULD));
    parts.filtering().forEach(part -> query.add(part, Occur.FILTER));
    parts.excluded().forEach(part -> query.add(part, Occur.MUST_NOT));
    return query.build();
  }

  /** The same query for the same matches, as it remembers them. */
  @Override
  public Query few(Query query, int limit) {
    return few.computeIfAbsent(new FewQuery(query, limit), Function.identity());
  }

  /** The same query for the same coverage, as it remembers what it found. */
  @Override
  public Query enough(Query coverage, float least) {
    return enough.computeIfAbsent(new CoverageQuery(coverage, least), Function.identity());
  }

  @Override
  public Query without(Query enough, Query other) {
    return ((CoverageQuery) enough).without(other);
  }

  @Override
  public Query among(Query enough, List<Query> typed, List<Query> besides) {
    var candidates = (CoverageQuery) enough;
    CoverageQuery whole = candidates.whole();
    TypedScores known =
        scores.computeIfAbsent(
            new Typed(whole, typed), unknown -> new TypedScores(whole, typed, remembersScores));
    return new CandidatesQuery(candidates, known, besides);
  }

  /** What is scored by what. */
  private record Typed(CoverageQuery candidates, List<Query> queries) {}

  @Override
  public Query aged(Query query, Ranking.Recency recency, Instant now) {
    return new RecencyQuery(query, recency, now);
  }

  @Override
  public List<Wanted> wanted(Query query) {
    return WantedReader.read(query);
  }

  @Override
  public Query restricted(Query query, List<Filter> filters, List<Query> excluded) {
    return QueryTranslator.restricted(
        query, filters.stream().map(QueryTranslator::filter), excluded.stream());
  }
}
