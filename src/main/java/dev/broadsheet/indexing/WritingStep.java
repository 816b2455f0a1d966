package dev.broadsheet.indexing;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.ArticleMerger;
import dev.broadsheet.article.Mention;
import dev.broadsheet.indexing.ReadFiles.FileOutcome;
import dev.broadsheet.indexing.ReadFiles.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** Merges each item that was touched from all its mentions, and writes those that came out new. */
final class WritingStep {
  private final GenerationWriter writer;
  private final MentionSpool spool;
  private final WorkTimes work;
  private final ReadFiles read;
  private final Set<String> replaced;
  private final LongAdder written = new LongAdder();
  private final LongAdder removed = new LongAdder();
  private final LongAdder done = new LongAdder();
  private final AtomicBoolean wrote = new AtomicBoolean();

  WritingStep(GenerationWriter writer, MentionSpool spool, WorkTimes work, ReadFiles read) {
    this.writer = writer;
    this.spool = spool;
    this.work = work;
    this.read = read;
    this.replaced = read.replaced();
  }

  long itemsWritten() {
    return written.sum();
  }

  long itemsRemoved() {
    return removed.sum();
  }

  boolean wroteAnything() {
    return wrote.get();
  }

  void run(Workers workers, ReindexProgress progress) {
    List<SpoolPartition> partitions =
        writer.startsEmpty() ? inOrder(workers, progress) : spool.partitions();
    workers.map(
        shares(partitions, workers.threads()),
        share -> {
          for (SpoolPartition partition : share) {
            for (int i = 0; i < partition.passes(); i++) {
              int pass = i;
              writeItems(work.merging(() -> partition.load(pass)), progress);
            }
            partition.clear();
          }
          return true;
        });
    read.outcomes().stream().filter(FileOutcome::isNews).forEach(this::writeFile);
  }

  private List<SpoolPartition> inOrder(Workers workers, ReindexProgress progress) {
    return spool.inOrder(
        workers,
        work,
        dealt -> progress.report(ReindexProgress.Phase.SORTING, dealt, spool.size()));
  }

  /** For each thread one, of parts that follow one another. */
  private static List<List<SpoolPartition>> shares(List<SpoolPartition> all, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> all.subList(i * all.size() / count, (i + 1) * all.size() / count))
        .toList();
  }

  private void writeFile(FileOutcome outcome) {
    wrote.set(true);
    if (outcome.status() != Status.GONE) {
      work.engine(() -> writer.putFile(outcome.file()));
    } else if (!writer.startsEmpty()) {
      work.engine(() -> writer.deleteFile(outcome.file().path()));
    }
  }

  private void writeItems(Map<ArticleId, SpooledItem> entries, ReindexProgress progress) {
    Map<ArticleId, List<Mention>> published =
        work.engine(() -> writer.publishedMentions(entries.keySet()));
    List<Changed> changed = new ArrayList<>();
    entries.forEach((id, entry) -> {
      List<Mention> before = sorted(published.getOrDefault(id, List.of()));
      work.merging(() -> changed(id, before, entry))
          .ifPresentOrElse(changed::add, () -> report(entry.read().size(), progress));
    });
    work.merging(() -> changed.sort(Comparator.comparing(Changed::order)));
    changed.forEach(item -> {
      writeItem(item);
      report(item.read(), progress);
    });
  }

  private void report(int mentions, ReindexProgress progress) {
    done.add(mentions);
    progress.report(ReindexProgress.Phase.WRITING, done.sum(), spool.size());
  }

  /**
   * An item of which more, less or something else is told than before.
   *
   * @param before what was told
   * @param now what is told
   * @param item what that makes
   * @param read how many mentions were read of it
   */
  private record Changed(
      ArticleId id, List<Mention> before, List<Mention> now, Optional<Article> item, int read) {
    ItemOrder order() {
      return ItemOrder.of(id, item);
    }
  }

  private Optional<Changed> changed(ArticleId id, List<Mention> before, SpooledItem entry) {
    List<Mention> now = mentions(before, entry);
    if (now.equals(before)) {
      return Optional.empty();
    }
    Optional<Article> item = now.isEmpty() ? Optional.empty() : ArticleMerger.merge(now);
    return Optional.of(new Changed(id, before, now, item, entry.read().size()));
  }

  private void writeItem(Changed changed) {
    work.engine(() -> writer.putItem(changed.id(), changed.now(), changed.item()));
    wrote.set(true);
    if (changed.item().isPresent()) {
      written.increment();
    } else if (!changed.before().isEmpty() && ArticleMerger.merge(changed.before()).isPresent()) {
      removed.increment();
    }
  }

  private List<Mention> mentions(List<Mention> before, SpooledItem entry) {
    List<Mention> mentions = new ArrayList<>(entry.standing());
    before.stream()
        .filter(mention -> !replaced.contains(mention.source().path()))
        .forEach(mentions::add);
    return sorted(ArticleMerger.first(mentions));
  }

  private static List<Mention> sorted(List<Mention> mentions) {
    return mentions.stream().sorted(Comparator.comparing(Mention::source)).toList();
  }
}
