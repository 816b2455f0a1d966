package dev.broadsheet.indexing;

import dev.broadsheet.corpus.CorpusListing;
import dev.broadsheet.corpus.CorpusReader;
import dev.broadsheet.indexing.ReindexProgress.Phase;
import dev.broadsheet.indexing.ReindexReport.Outcome;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;

/** Brings an index in line with a corpus. One object may be used again and again. */
public final class Reindexer {
  private final CorpusReader corpus;
  private final IndexTarget target;
  private final int threads;
  private final Clock clock;

  /**
   * Wires a reindexer.
   *
   * @param corpus what to read
   * @param target where to write
   * @param threads how many read and write at once
   * @param clock to tell whether a file was modified just now
   */
  public Reindexer(CorpusReader corpus, IndexTarget target, int threads, Clock clock) {
    this.corpus = corpus;
    this.target = target;
    this.threads = threads;
    this.clock = clock;
  }

  /**
   * Reads what changed and publishes it, or leaves the index as it was: see {@link
   * ReindexReport.Outcome}.
   *
   * @throws dev.broadsheet.corpus.CorpusException where the corpus can't be listed
   * @throws IndexLockedException where another process is writing
   * @throws IndexWriteException where the index can't be written
   */
  public ReindexReport run(ReindexRequest request, ReindexProgress progress) {
    long start = System.nanoTime();
    try (GenerationWriter writer = target.openWriter(request.full());
        var workers = new Workers(threads)) {
      var work = new WorkTimes(start);
      progress.report(Phase.SCANNING, 0, 0);
      long listedAt = clock.millis();
      var remembered = workers.begin(() -> work.engine(writer::publishedFiles));
      CorpusListing listing = corpus.list();
      Map<String, IndexedFile> known = remembered.get();
      CorpusDiff diff = CorpusDiff.of(listing, known, writer.startsEmpty());
      progress.report(Phase.SCANNING, listing.files().size(), listing.files().size());
      long bytes = diff.toRead().stream().mapToLong(file -> file.size()).sum();
      try (var spool = new MentionSpool(writer.scratchFolder(), bytes)) {
        var reading = new ReadingStep(corpus, writer, spool, work, listedAt);
        ReadFiles read = reading.run(listing, diff, known, workers, progress);
        Outcome refusal = refusal(request, listing, known, read);
        if (refusal != Outcome.PUBLISHED) {
          return report(refusal, writer, read, work, 0, 0);
        }
        var writing = new WritingStep(writer, spool, work, read);
        writing.run(workers, progress);
        if (!writing.wroteAnything() && !writer.startsEmpty()) {
          return report(Outcome.UNCHANGED, writer, read, work, 0, 0);
        }
        progress.report(Phase.PUBLISHING, 0, 1);
        work.engine(() -> writer.publish(progress));
        return report(
            Outcome.PUBLISHED, writer, read, work, writing.itemsWritten(), writing.itemsRemoved());
      } catch (UncheckedIOException e) {
        throw new IndexWriteException("can't keep what was read: " + e.getMessage(), e);
      }
    }
  }

  private static Outcome refusal(
      ReindexRequest request,
      CorpusListing listing,
      Map<String, IndexedFile> known,
      ReadFiles read) {
    if (request.strict() && !read.problems().isEmpty()) {
      return Outcome.REJECTED;
    }
    long before = known.values().stream().mapToLong(IndexedFile::documents).sum();
    boolean nothing = listing.files().isEmpty() || read.goodDocuments() == 0;
    boolean mostGone = read.goodDocuments() * 2 < before;
    return (nothing || mostGone) && !request.force() ? Outcome.REFUSED : Outcome.PUBLISHED;
  }

  private static ReindexReport report(
      Outcome outcome,
      GenerationWriter writer,
      ReadFiles read,
      WorkTimes work,
      long written,
      long gone) {
    return new ReindexReport(
        outcome,
        writer.startsEmpty(),
        read.counts(),
        new ReindexReport.Items(written, gone),
        read.problems(),
        work.timing());
  }
}
