package dev.broadsheet.lucene;

import dev.broadsheet.words.BoundedCache;
import dev.broadsheet.words.TextPlan;
import dev.broadsheet.words.TextPlanner.Question;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * A plan that is asked for again, with what each search by it takes beside the plan itself, made
 * when it is first needed. Safe for use by many threads.
 */
final class RememberedPlan {
  /** One of so many parts of the heap is for plans. */
  private static final int HEAP_PARTS = 8;

  /** What a plan takes in memory, beside its words. */
  private static final int BYTES = 500;

  /** What a plan takes in memory for each part of the query that it looks for. */
  private static final int BYTES_OF_PART = 2_000;

  /** What a plan takes for each word more by which relaxed items are ranked. */
  private static final int BYTES_OF_WORD = 400;

  private final TextPlan<Query> plan;
  private final AtomicReferenceArray<@Nullable WeighedQuery> tiers;
  private volatile @Nullable List<Long> numbers;

  RememberedPlan(TextPlan<Query> plan) {
    this.plan = plan;
    this.tiers = new AtomicReferenceArray<>(plan.tiers().size());
  }

  TextPlan<Query> plan() {
    return plan;
  }

  /** What a tier matches and none before it does, for a searcher of the plan's snapshot. */
  WeighedQuery alone(int tier, Supplier<Query> query, IndexSearcher searcher) throws IOException {
    WeighedQuery known = tiers.get(tier);
    if (known == null) {
      known = WeighedQuery.of(searcher, query.get());
      tiers.set(tier, known);
    }
    return known;
  }

  /** The numbers by which its queries are scored. */
  List<Long> numbers(IndexReader reader) throws IOException {
    List<Long> known = numbers;
    if (known == null) {
      known = TermNumbers.of(reader, plan.scored()).list();
      numbers = known;
    }
    return known;
  }

  /** What remembers plans for a snapshot: of half a gigabyte of heap, some ten thousand. */
  static BoundedCache<Question, RememberedPlan> cache() {
    return new BoundedCache<>(BoundedCache.ofHeap(HEAP_PARTS), RememberedPlan::bytes);
  }

  /** About how many bytes it takes to remember a plan, whose decision is remembered elsewhere. */
  private static int bytes(Question question, RememberedPlan remembered) {
    TextPlan<Query> plan = remembered.plan;
    int words = plan.decision().relaxation().map(it -> it.feedback().size()).orElse(0);
    int parts = 1 + question.typed().groups().size();
    return BYTES + parts * plan.tiers().size() * BYTES_OF_PART + words * BYTES_OF_WORD;
  }
}
