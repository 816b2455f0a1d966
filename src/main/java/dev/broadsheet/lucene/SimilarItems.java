package dev.broadsheet.lucene;

import dev.broadsheet.article.Article;
import dev.broadsheet.lucene.NearItems.Near;
import dev.broadsheet.meaning.Vector;
import dev.broadsheet.meaning.VectorSpace;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SimilarRequest;
import dev.broadsheet.search.SimilarResult;
import dev.broadsheet.search.SortOrder;
import dev.broadsheet.words.HitMaker;
import dev.broadsheet.words.MeaningScale;
import dev.broadsheet.words.Restriction;
import dev.broadsheet.words.TellingWords;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** Finds what is like an item: what shares many of the {@link TellingWords} about it. */
final class SimilarItems {
  private final Snapshot snapshot;
  private final Restriction restriction;
  private final Optional<VectorSpace> space;

  /**
   * A finder.
   *
   * @param space of the vectors that are looked at as well, if there are any
   */
  SimilarItems(Snapshot snapshot, Restriction restriction, Optional<VectorSpace> space) {
    this.snapshot = snapshot;
    this.restriction = restriction;
    this.space = space;
  }

  Optional<SimilarResult> find(SimilarRequest request, String version) throws IOException {
    var lookup = new ArticleLookup(snapshot, restriction);
    OptionalInt document = lookup.document(request.id());
    if (document.isEmpty()) {
      return Optional.empty();
    }
    int item = document.getAsInt();
    List<Query> own =
        List.of(lookup.story(item), new DocumentsQuery(snapshot.stories().documents(item)));
    Query byWords = others(like(snapshot.article(item)), own, request);
    Optional<Query> near =
        space.isPresent()
            ? near(item, Schema.vector(space.get()), byWords, own, request)
            : Optional.empty();
    Query query = near.isPresent() ? QueryTranslator.any(List.of(byWords, near.get())) : byWords;
    return Optional.of(new SimilarResult(hits(query, request.size()), version));
  }

  private Query others(Query query, List<Query> own, SimilarRequest request) {
    var others = new BooleanQuery.Builder().add(query, Occur.MUST);
    own.forEach(story -> others.add(story, Occur.MUST_NOT));
    return QueryTranslator.restricted(others.build(), restriction, request.filters());
  }

  /** The items nearest in meaning; they count as they do in a search. */
  private Optional<Query> near(
      int item, String field, Query byWords, List<Query> own, SimilarRequest request)
      throws IOException {
    Optional<Vector> vector = snapshot.vector(item, field);
    if (vector.isEmpty()) {
      return Optional.empty();
    }
    Query others = others(QueryTranslator.items(), own, request);
    List<Near> nearest =
        new NearItems(snapshot, field)
            .find(vector.get(), MeaningScale.MOST, Optional.of(others)).stream()
                .filter(near -> near.cosine() > MeaningScale.LEAST_COSINE)
                .sorted(Comparator.comparingInt(Near::document))
                .toList();
    if (nearest.isEmpty()) {
      return Optional.empty();
    }
    ScoreDoc[] best = snapshot.searcher().search(byWords, 1).scoreDocs;
    float top = (float) nearest.stream().mapToDouble(Near::cosine).max().orElse(1);
    var scale =
        new MeaningScale(best.length > 0 ? best[0].score : 1, 0, MeaningScale.LEAST_COSINE, top);
    int[] documents = nearest.stream().mapToInt(Near::document).toArray();
    float[] scores = new float[documents.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) scale.lift(nearest.get(i).cosine());
    }
    return Optional.of(new ScoredDocumentsQuery(documents, scores));
  }

  private List<Hit> hits(Query query, int size) throws IOException {
    if (size == 0) {
      return List.of();
    }
    var order = HitOrder.of(SortOrder.RELEVANCE);
    List<Found.Ranked> best =
        order.best(snapshot.searcher(), query, 0, size, size, Optional.empty()).hits();
    return new HitReader(snapshot, restriction, HitMaker.plain())
        .hits(
            best.stream().mapToInt(Found.Ranked::document).toArray(),
            i -> order.score(best.get(i).key()));
  }

  private Query like(Article article) throws IOException {
    TellingWords telling =
        TellingWords.of(
            article,
            term -> snapshot.reader().docFreq(new Term(Schema.TEXT, term)),
            snapshot.reader().numDocs());
    var query = new BooleanQuery.Builder();
    for (TellingWords.Telling word : telling.words()) {
      query.add(
          new BoostQuery(new TermQuery(new Term(Schema.TEXT, word.term())), word.weight()),
          Occur.SHOULD);
    }
    query.setMinimumNumberShouldMatch(telling.leastShared());
    return query.build();
  }
}
