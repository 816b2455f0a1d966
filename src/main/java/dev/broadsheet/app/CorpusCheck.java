package dev.broadsheet.app;

import dev.broadsheet.article.Mention;
import dev.broadsheet.corpus.CorpusFile;
import dev.broadsheet.corpus.CorpusListing;
import dev.broadsheet.corpus.CorpusProblem;
import dev.broadsheet.corpus.CorpusReader;
import dev.broadsheet.corpus.MentionSink;
import dev.broadsheet.indexing.ReindexProgress;
import dev.broadsheet.indexing.ReindexProgress.Phase;
import dev.broadsheet.indexing.Workers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Reads every file of a corpus, several at once, and keeps only the problems. Used once. */
final class CorpusCheck implements MentionSink {
  private final CorpusReader corpus;
  private final int threads;
  private final Clock clock;
  private final Queue<CorpusProblem> problems = new ConcurrentLinkedQueue<>();
  private final LongAdder mentions = new LongAdder();

  CorpusCheck(CorpusReader corpus, int threads, Clock clock) {
    this.corpus = corpus;
    this.threads = threads;
    this.clock = clock;
  }

  CheckReport run(ReindexProgress progress) {
    Instant start = clock.instant();
    progress.report(Phase.SCANNING, 0, 0);
    CorpusListing listing = corpus.list();
    problems.addAll(listing.problems());
    long bytes = listing.files().stream().mapToLong(CorpusFile::size).sum();
    readAll(listing, bytes, progress);
    return new CheckReport(
        listing.files().size() + listing.problems().size(),
        bytes,
        mentions.sum(),
        problems.stream().toList(),
        Duration.between(start, clock.instant()));
  }

  private void readAll(CorpusListing listing, long bytes, ReindexProgress progress) {
    var done = new AtomicLong();
    try (var workers = new Workers(threads)) {
      workers.map(
          listing.files(),
          file -> {
            String hash = corpus.read(file, this, workers);
            progress.report(Phase.READING, done.addAndGet(file.size()), bytes);
            return hash;
          });
    }
  }

  @Override
  public void mention(Mention mention) {
    mentions.increment();
  }

  @Override
  public void problem(CorpusProblem problem) {
    problems.add(problem);
  }
}
