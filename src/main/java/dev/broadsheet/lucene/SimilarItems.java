package dev.broadsheet.lucene;

import dev.broadsheet.article.Article;
import dev.broadsheet.lucene.NearItems.Near;
import dev.broadsheet.meaning.Vector;
import dev.broadsheet.meaning.VectorSpace;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SimilarRequest;
import dev.broadsheet.search.SimilarResult;
import dev.broadsheet.search.SortOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * Finds what is like an item: what shares many of the words that tell most about it. As Lucene's
 * {@code MoreLikeThis} does, it takes the words of the item that are often in it and rare
 * elsewhere, and searches for them; but it knows that a headline and the topics tell more than the
 * rest.
 */
final class SimilarItems {
  /** So many words say what an item is about; more make the search slower, not better. */
  private static final int MAX_WORDS = 25;

  /** A word that more of all items have than this says nothing of what one is about. */
  private static final double MAX_SHARE = 0.1;

  /** In a small corpus that is soon reached, so that a word may be in so many items anyway. */
  private static final int FEW = 20;

  /** Of those words that any other item has, so many have to be shared. */
  private static final double MIN_SHARED = 0.15;

  private static final float TITLE_WEIGHT = 3;
  private static final float TOPIC_WEIGHT = 2;
  private static final float EXCERPT_WEIGHT = 1;

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
    return restriction.of(others.build(), request.filters());
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
        new MeaningScale(best.length > 0 ? best[0].score : 1, MeaningScale.LEAST_COSINE, top);
    int[] documents = nearest.stream().mapToInt(Near::document).toArray();
    float[] scores = new float[documents.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) scale.bonus(nearest.get(i).cosine());
    }
    return Optional.of(new ScoredDocumentsQuery(documents, scores));
  }

  private List<Hit> hits(Query query, int size) throws IOException {
    List<Hit> hits = new ArrayList<>();
    if (size > 0) {
      var reader = new HitReader(snapshot, restriction);
      var order = HitOrder.of(SortOrder.RELEVANCE);
      var best = order.best(snapshot.reader(), size, size, Optional.empty());
      for (ScoreDoc found : snapshot.searcher().search(query, best).scoreDocs) {
        hits.add(reader.hit(found.doc, order.score(order.key(0, (FieldDoc) found))));
      }
    }
    return hits;
  }

  private Query like(Article article) throws IOException {
    List<Telling> words = mostTelling(article);
    var query = new BooleanQuery.Builder();
    for (Telling word : words) {
      query.add(new BoostQuery(new TermQuery(word.term()), word.weight()), Occur.SHOULD);
    }
    query.setMinimumNumberShouldMatch((int) Math.ceil(MIN_SHARED * words.size()));
    return query.build();
  }

  private List<Telling> mostTelling(Article article) throws IOException {
    List<Telling> telling = new ArrayList<>();
    for (var word : words(article).entrySet()) {
      Term term = new Term(Schema.TEXT, word.getKey());
      int documents = snapshot.reader().docFreq(term);
      if (tells(documents)) {
        double rarity = Math.log((double) snapshot.reader().numDocs() / documents);
        telling.add(new Telling(term, word.getValue(), word.getValue() * rarity));
      }
    }
    return telling.stream()
        .sorted(
            Comparator.<Telling>comparingDouble(word -> -word.value()).thenComparing(Telling::term))
        .limit(MAX_WORDS)
        .toList();
  }

  /** A word that no other item has can't be shared; one that very many have says nothing. */
  private boolean tells(int documents) {
    return documents > 1
        && (documents <= FEW || documents <= MAX_SHARE * snapshot.reader().numDocs());
  }

  /** The item's words with the weight of the best place in which they stand. */
  private static Map<String, Float> words(Article article) {
    Map<String, Float> words = new HashMap<>();
    add(words, article.text().title(), TITLE_WEIGHT);
    article.labels().topics().forEach(topic -> add(words, topic, TOPIC_WEIGHT));
    article.text().excerpt().ifPresent(excerpt -> add(words, excerpt, EXCERPT_WEIGHT));
    return words;
  }

  private static void add(Map<String, Float> words, String text, float weight) {
    Analyzers.stems(text).forEach(word -> words.merge(word, weight, Math::max));
  }

  /**
   * A word that tells something about an item.
   *
   * @param weight of the place in which it stands
   * @param value the same, times how rare it is
   */
  private record Telling(Term term, float weight, double value) {}
}
