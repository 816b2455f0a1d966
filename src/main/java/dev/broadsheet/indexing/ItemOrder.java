package dev.broadsheet.indexing;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where an item stands among all: the newest first, what has no date last, and of the same date by
 * identity. A fresh index is written in this order.
 *
 * @param millis its date, in milliseconds of the epoch
 * @param id its identity
 */
record ItemOrder(long millis, ArticleId id) implements Comparable<ItemOrder> {
  private static final Comparator<ItemOrder> NEWEST_FIRST =
      Comparator.comparingLong(ItemOrder::millis).reversed().thenComparing(ItemOrder::id);

  /** Before all items. */
  static final ItemOrder FIRST = new ItemOrder(Long.MAX_VALUE, ArticleId.of(0, 0));

  /** The place of an item; of one that is removed among those without a date. */
  static ItemOrder of(ArticleId id, Optional<Article> item) {
    return new ItemOrder(
        item.flatMap(Article::publishedAt).map(Instant::toEpochMilli).orElse(Long.MIN_VALUE), id);
  }

  @Override
  public int compareTo(ItemOrder other) {
    return NEWEST_FIRST.compare(this, other);
  }
}
