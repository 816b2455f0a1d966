package dev.broadsheet.indexing;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.ArticleMerger;
import dev.broadsheet.article.Mention;
import dev.broadsheet.indexing.ReindexProgress.Phase;
import dev.broadsheet.meaning.Embedder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives the items of an index their vectors, after a reindex has made them visible: until an item
 * has its own, it is found by its words. What was embedded is remembered at once and published
 * every now and then, so that a run which is ended goes on where it was.
 */
public final class MeaningReindexer {
  /** Few enough to be kept in memory with all that is told of them. */
  private static final int BATCH = 256;

  /** So many, and servers see them: half a minute's work. */
  private static final int PUBLISHED_AT_ONCE = 20 * BATCH;

  private final IndexTarget target;
  private final Embedder embedder;
  private final int threads;

  /**
   * Wires one.
   *
   * @param target where to write
   * @param embedder makes the vectors
   * @param threads how many embed at once
   */
  public MeaningReindexer(IndexTarget target, Embedder embedder, int threads) {
    this.target = target;
    this.embedder = embedder;
    this.threads = threads;
  }

  /**
   * Embeds what has no vector yet. Where another process began to write in the meantime, that one
   * does it.
   *
   * @return how many items got their vectors
   * @throws IndexWriteException where the index can't be written
   */
  public long run(ReindexProgress progress) {
    try (GenerationWriter writer = target.openWriter(false);
        var workers = new Workers(threads)) {
      // An index of another schema: its next reindex builds it anew.
      return writer.startsEmpty() ? 0 : run(writer, workers, progress);
    } catch (IndexLockedException another) {
      return 0;
    }
  }

  private long run(GenerationWriter writer, Workers workers, ReindexProgress progress) {
    List<ArticleId> missing = writer.withoutVector();
    var done = new AtomicLong();
    for (int from = 0; from < missing.size(); from += BATCH) {
      if (from == 0) {
        progress.report(Phase.EMBEDDING, 0, missing.size());
      }
      List<ArticleId> batch = missing.subList(from, Math.min(from + BATCH, missing.size()));
      embed(
          writer.publishedMentions(batch),
          writer,
          workers,
          () -> progress.report(Phase.EMBEDDING, done.incrementAndGet(), missing.size()));
      if (from / BATCH % (PUBLISHED_AT_ONCE / BATCH) == PUBLISHED_AT_ONCE / BATCH - 1) {
        writer.publish();
      }
    }
    if (!missing.isEmpty()) {
      writer.publish();
    }
    return missing.size();
  }

  private void embed(
      Map<ArticleId, List<Mention>> items,
      GenerationWriter writer,
      Workers workers,
      Runnable progress) {
    Collection<Map.Entry<ArticleId, List<Mention>>> entries = items.entrySet();
    workers.map(
        entries,
        entry -> {
          Optional<Article> item = ArticleMerger.merge(entry.getValue());
          item.map(MeaningText::of).ifPresent(text -> writer.rememberVector(text, embedder::embed));
          writer.putItem(entry.getKey(), entry.getValue(), item);
          progress.run();
          return true;
        });
  }
}
