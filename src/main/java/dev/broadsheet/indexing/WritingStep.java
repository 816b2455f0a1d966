package dev.broadsheet.indexing;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.ArticleMerger;
import dev.broadsheet.article.Mention;
import dev.broadsheet.indexing.ReadFiles.FileOutcome;
import dev.broadsheet.indexing.ReadFiles.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
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
    List<Integer> partitions = IntStream.range(0, spool.partitions()).boxed().toList();
    workers.map(
        partitions,
        partition -> {
          int passes = spool.passes(partition);
          for (int i = 0; i < passes; i++) {
            int pass = i;
            writeItems(work.merging(() -> spool.load(partition, pass)), progress);
          }
          return true;
        });
    read.outcomes().stream().filter(FileOutcome::isNews).forEach(this::writeFile);
  }

  private void writeFile(FileOutcome outcome) {
    wrote.set(true);
    if (outcome.status() != Status.GONE) {
      work.engine(() -> writer.putFile(outcome.file()));
    } else if (!writer.startsEmpty()) {
      work.engine(() -> writer.deleteFile(outcome.file().path()));
    }
  }

  private void writeItems(Map<ArticleId, MentionSpool.Entry> entries, ReindexProgress progress) {
    Map<ArticleId, List<Mention>> published =
        work.engine(() -> writer.publishedMentions(entries.keySet()));
    List<Changed> changed = new ArrayList<>();
    entries.forEach((id, entry) -> {
      List<Mention> before = sorted(published.getOrDefault(id, List.of()));
      work.merging(() -> changed(id, before, entry))
          .ifPresentOrElse(changed::add, () -> report(entry.read.size(), progress));
    });
    work.merging(() -> changed.sort(Changed.NEWEST_FIRST));
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
    static final Comparator<Changed> NEWEST_FIRST =
        Comparator.comparing(
                (Changed changed) -> changed.item.flatMap(Article::publishedAt).orElse(Instant.MIN))
            .reversed()
            .thenComparing(Changed::id);
  }

  private Optional<Changed> changed(ArticleId id, List<Mention> before, MentionSpool.Entry entry) {
    List<Mention> now = mentions(before, entry);
    if (now.equals(before)) {
      return Optional.empty();
    }
    Optional<Article> item = now.isEmpty() ? Optional.empty() : ArticleMerger.merge(now);
    return Optional.of(new Changed(id, before, now, item, entry.read.size()));
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

  private List<Mention> mentions(List<Mention> before, MentionSpool.Entry entry) {
    List<Mention> mentions = new ArrayList<>(entry.read);
    Set<String> readAgain =
        entry.kept.isEmpty()
            ? Set.of()
            : entry.read.stream()
                .map(mention -> mention.source().path())
                .collect(Collectors.toUnmodifiableSet());
    entry.kept.stream()
        .filter(mention -> !readAgain.contains(mention.source().path()))
        .forEach(mentions::add);
    before.stream()
        .filter(mention -> !replaced.contains(mention.source().path()))
        .forEach(mentions::add);
    return sorted(ArticleMerger.first(mentions));
  }

  private static List<Mention> sorted(List<Mention> mentions) {
    return mentions.stream().sorted(Comparator.comparing(Mention::source)).toList();
  }
}
