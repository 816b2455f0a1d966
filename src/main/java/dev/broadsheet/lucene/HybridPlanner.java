package dev.broadsheet.lucene;

import static java.util.stream.Collectors.toSet;

import dev.broadsheet.lucene.NearItems.Near;
import dev.broadsheet.meaning.Vector;
import dev.broadsheet.search.Filter;
import dev.broadsheet.words.MeaningScale;
import dev.broadsheet.words.Restriction;
import dev.broadsheet.words.TextPlan;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/**
 * Lets meaning count beside words. The tiers of the words stay, so that what has all words as typed
 * still comes first; within each, the nearest items are lifted. What is near and has not enough of
 * the words stands among the items that have only some of them, or, where words find enough or the
 * order is another, behind all.
 */
final class HybridPlanner {
  private final Snapshot snapshot;
  private final IndexSearcher searcher;
  private final LuceneSettings settings;
  private final Restriction restriction;
  private final List<Filter> filters;
  private final boolean byScore;
  private final NearItems near;

  /**
   * A planner for one request.
   *
   * @param searcher of the snapshot, which scores words as the first page did
   * @param filters all those of the request
   * @param byScore whether the hits are sorted by their scores
   * @param field of vectors
   */
  HybridPlanner(
      Snapshot snapshot,
      IndexSearcher searcher,
      LuceneSettings settings,
      List<Filter> filters,
      boolean byScore,
      String field) {
    this.snapshot = snapshot;
    this.searcher = searcher;
    this.settings = settings;
    this.restriction = settings.restriction();
    this.filters = filters;
    this.byScore = byScore;
    this.near = new NearItems(snapshot, field);
  }

  /** The plan for a first page; empty where nothing is near. */
  Optional<HybridPlan> first(TextPlan<Query> words, Vector vector) throws IOException {
    List<Near> nearest = nearest(vector);
    if (nearest.isEmpty() || nearest.getFirst().cosine() <= MeaningScale.LEAST_COSINE) {
      return Optional.empty();
    }
    float floor =
        nearest.size() < MeaningScale.MOST
            ? MeaningScale.LEAST_COSINE
            : Math.max(nearest.getLast().cosine(), MeaningScale.LEAST_COSINE);
    float top = nearest.getFirst().cosine();
    return top > floor
        ? Optional.of(plan(words, nearest, scale(words, floor, top)))
        : Optional.empty();
  }

  /** The plan for a page behind one with this scale. */
  HybridPlan next(TextPlan<Query> words, Vector vector, MeaningScale scale) throws IOException {
    return plan(words, nearest(vector), scale);
  }

  private List<Near> nearest(Vector vector) throws IOException {
    boolean restricted = restriction.onlyPublished() || !filters.isEmpty();
    return near.find(
        vector,
        MeaningScale.MOST,
        restricted
            ? Optional.of(QueryTranslator.restricted(QueryTranslator.items(), restriction, filters))
            : Optional.empty());
  }

  /**
   * Measured by the last tier: what stands in one before it is exactly what was asked for, and is
   * lifted by no more.
   */
  private MeaningScale scale(TextPlan<Query> words, float floor, float top) throws IOException {
    Query last = words.tiers().getLast().alone();
    ScoreDoc[] first =
        byScore
            ? searcher.search(
                    QueryTranslator.restricted(last, restriction, filters), MeaningScale.MOST)
                .scoreDocs
            : new ScoreDoc[0];
    return new MeaningScale(
        first.length > 0 ? first[0].score : 1,
        first.length == MeaningScale.MOST ? first[first.length - 1].score : 0,
        floor,
        top);
  }

  private HybridPlan plan(TextPlan<Query> words, List<Near> nearest, MeaningScale scale)
      throws IOException {
    List<Near> near =
        nearest.stream()
            .filter(item -> scale.counts(item.cosine()))
            .sorted(Comparator.comparingInt(Near::document))
            .toList();
    Set<Integer> documents = near.stream().map(Near::document).collect(toSet());
    Set<Integer> earlier =
        words.tiers().size() > 1
            ? matching(words.tiers().get(words.tiers().size() - 2).matching(), documents)
            : Set.of();
    Map<Integer, Float> last = scores(words.tiers().getLast().alone(), documents);
    SortedMap<Integer, Float> bonuses = new TreeMap<>();
    SortedMap<Integer, Float> later = new TreeMap<>();
    for (Near item : near) {
      double factor = factor(item.document(), words.decision().scoredAt());
      if (earlier.contains(item.document())) {
        bonuses.put(item.document(), (float) (scale.lift(item.cosine()) * factor));
      } else {
        float byWords = last.getOrDefault(item.document(), 0f);
        later.put(item.document(), (float) (scale.score(byWords, item.cosine(), factor) - byWords));
      }
    }
    bonuses.putAll(later);
    Set<Integer> added = new TreeSet<>(later.keySet());
    added.removeAll(last.keySet());
    return new HybridPlan(
        words.withTiers(tiers(words, bonuses, later, added)), scale, bonuses, added);
  }

  private List<TextPlan.Tier<Query>> tiers(
      TextPlan<Query> words,
      SortedMap<Integer, Float> bonuses,
      SortedMap<Integer, Float> later,
      Set<Integer> added) {
    List<TextPlan.Tier<Query>> tiers = new ArrayList<>();
    boolean mixed = byScore && words.decision().relaxed();
    int strict = words.tiers().size() - (mixed ? 1 : 0);
    words.tiers().subList(0, strict).forEach(tier -> tiers.add(lifted(tier, bonuses)));
    Query near = new DocumentsQuery(documents(added));
    Query widest = QueryTranslator.any(List.of(words.widest(), near));
    if (mixed) {
      Query alone = QueryTranslator.any(List.of(words.tiers().getLast().alone(), query(later)));
      tiers.add(new TextPlan.Tier<>(alone, alone, widest));
    } else {
      SortedMap<Integer, Float> behind = new TreeMap<>(later);
      behind.keySet().retainAll(added);
      tiers.add(new TextPlan.Tier<>(query(behind), query(behind), widest));
    }
    return tiers;
  }

  private TextPlan.Tier<Query> lifted(
      TextPlan.Tier<Query> tier, SortedMap<Integer, Float> bonuses) {
    if (!byScore) {
      return tier;
    }
    Query alone =
        new BooleanQuery.Builder()
            .add(tier.alone(), Occur.MUST)
            .add(query(bonuses), Occur.SHOULD)
            .build();
    return new TextPlan.Tier<>(tier.scored(), alone, tier.matching());
  }

  /** Those of some documents that a query matches; it scores nothing for that. */
  private Set<Integer> matching(Query query, Set<Integer> documents) throws IOException {
    return scores(new ConstantScoreQuery(query), documents).keySet();
  }

  /** The scores of those of some documents that a query matches. */
  private Map<Integer, Float> scores(Query query, Set<Integer> documents) throws IOException {
    Map<Integer, Float> scores = new HashMap<>();
    if (!documents.isEmpty()) {
      Query among =
          new BooleanQuery.Builder()
              .add(query, Occur.MUST)
              .add(new DocumentsQuery(documents(documents)), Occur.FILTER)
              .build();
      for (ScoreDoc found : searcher.search(among, documents.size()).scoreDocs) {
        scores.put(found.doc, found.score);
      }
    }
    return scores;
  }

  /** Quality and age, as they count for words. */
  private double factor(int document, Instant scoredAt) throws IOException {
    LeafReaderContext leaf = snapshot.leaf(document);
    int local = document - leaf.docBase;
    NumericDocValues quality = DocValues.getNumeric(leaf.reader(), Schema.QUALITY);
    NumericDocValues date = DocValues.getNumeric(leaf.reader(), Schema.DATE);
    double byQuality =
        quality.advanceExact(local)
            ? settings.quality().factor(Double.longBitsToDouble(quality.longValue()))
            : 1;
    double byAge =
        settings
            .ranking()
            .recency()
            .factor(
                scoredAt,
                date.advanceExact(local)
                    ? Optional.of(Instant.ofEpochMilli(date.longValue()))
                    : Optional.empty());
    return byQuality * byAge;
  }

  private static Query query(SortedMap<Integer, Float> bonuses) {
    float[] scores = new float[bonuses.size()];
    int i = 0;
    for (float score : bonuses.values()) {
      scores[i++] = score;
    }
    return new ScoredDocumentsQuery(documents(bonuses.keySet()), scores);
  }

  private static int[] documents(Set<Integer> documents) {
    return documents.stream().mapToInt(Integer::intValue).sorted().toArray();
  }
}
