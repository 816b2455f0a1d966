package dev.broadsheet.indexing;

import dev.broadsheet.article.Mention;
import dev.broadsheet.corpus.CorpusFile;
import dev.broadsheet.corpus.CorpusListing;
import dev.broadsheet.corpus.CorpusProblem;
import dev.broadsheet.corpus.CorpusProblem.Scope;
import dev.broadsheet.corpus.CorpusReader;
import dev.broadsheet.corpus.MentionSink;
import dev.broadsheet.indexing.ReadFiles.FileOutcome;
import dev.broadsheet.indexing.ReadFiles.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Reads the files that may have changed, and spools what they tell. Writes nothing. */
final class ReadingStep {
  /** Within this time of a file's reading, a change may leave its time as it was. */
  private static final long CLOCK_GRAIN_MILLIS = 20;

  /** The same where times are kept in whole seconds, or in steps of two. */
  private static final long COARSE_GRAIN_MILLIS = 2000;

  private final CorpusReader corpus;
  private final GenerationWriter writer;
  private final MentionSpool spool;
  private final WorkTimes work;
  private final long listedAt;

  ReadingStep(
      CorpusReader corpus,
      GenerationWriter writer,
      MentionSpool spool,
      WorkTimes work,
      long listedAt) {
    this.corpus = corpus;
    this.writer = writer;
    this.spool = spool;
    this.work = work;
    this.listedAt = listedAt;
  }

  ReadFiles run(
      CorpusListing listing,
      CorpusDiff diff,
      Map<String, IndexedFile> known,
      Workers workers,
      ReindexProgress progress) {
    List<FileOutcome> outcomes = new ArrayList<>();
    diff.unchanged().forEach(file -> outcomes.add(untouched(file)));
    diff.unlisted().forEach(file -> outcomes.add(keptWhole(file)));
    diff.gone().forEach(file -> outcomes.add(gone(file)));

    long total = diff.toRead().stream().mapToLong(CorpusFile::size).sum();
    AtomicLong done = new AtomicLong();
    if (total > 0) {
      progress.report(ReindexProgress.Phase.READING, 0, total);
    }
    outcomes.addAll(
        workers.map(
            diff.toRead(),
            file -> {
              FileOutcome outcome = work.reading(() -> read(file, known.get(file.path()), workers));
              progress.report(ReindexProgress.Phase.READING, done.addAndGet(file.size()), total);
              return outcome;
            }));
    return new ReadFiles(outcomes, listing.problems());
  }

  private static FileOutcome untouched(IndexedFile file) {
    return new FileOutcome(
        file, file.rejected() ? Status.REJECTED : Status.UNCHANGED, false, false);
  }

  private FileOutcome gone(IndexedFile file) {
    if (!writer.startsEmpty()) {
      writer.publishedIds(file.path(), spool::touch);
    }
    return new FileOutcome(file, Status.GONE, false, true);
  }

  /** A file that can't be read at all keeps what the index has of it. */
  private FileOutcome keptWhole(IndexedFile file) {
    if (writer.startsEmpty()) {
      writer.publishedMentions(file.path(), spool::keep);
    }
    return new FileOutcome(file, Status.REJECTED, false, writer.startsEmpty());
  }

  private FileOutcome read(CorpusFile file, @Nullable IndexedFile before, Workers workers) {
    if (before != null && !writer.startsEmpty() && sameContent(file, before)) {
      IndexedFile now = indexed(file, before.hash(), before.documents(), before.problems());
      return new FileOutcome(
          now, now.rejected() ? Status.REJECTED : Status.UNCHANGED, true, !now.equals(before));
    }
    var sink = new SpoolingSink(spool);
    String hash = corpus.read(file, sink, help -> workers.execute(() -> work.reading(help)));
    if (sink.rejected()) {
      return rejected(file, before, hash, sink);
    }
    if (before != null) {
      sink.keepLastGoodLines(file.path());
      if (!writer.startsEmpty()) {
        writer.publishedIds(file.path(), spool::touch);
      }
    }
    IndexedFile now = indexed(file, hash, sink.documents, sink.problems());
    Status status =
        before == null
            ? Status.ADDED
            : before.hash().equals(hash) ? Status.UNCHANGED : Status.CHANGED;
    return new FileOutcome(now, status, true, true);
  }

  private boolean sameContent(CorpusFile file, IndexedFile before) {
    return file.size() == before.size()
        && !before.hash().isEmpty()
        && before.hash().equals(corpus.hash(file));
  }

  private FileOutcome rejected(
      CorpusFile file, @Nullable IndexedFile before, String hash, SpoolingSink sink) {
    int documents = before == null ? 0 : before.documents();
    if (documents > 0 && writer.startsEmpty()) {
      writer.publishedMentions(file.path(), spool::keep);
    }
    return new FileOutcome(
        indexed(file, hash, documents, sink.problems()), Status.REJECTED, true, true);
  }

  private IndexedFile indexed(
      CorpusFile file, String hash, int documents, List<CorpusProblem> problems) {
    long millis = file.modifiedMillis();
    long grain = millis % 1000 == 0 ? COARSE_GRAIN_MILLIS : CLOCK_GRAIN_MILLIS;
    boolean unsure = hash.isEmpty() || millis > listedAt - grain;
    return new IndexedFile(
        file.path(), file.size(), unsure ? IndexedFile.UNSURE : millis, hash, documents, problems);
  }

  private final class SpoolingSink implements MentionSink {
    private final MentionSpool spool;
    private final List<CorpusProblem> problems = new ArrayList<>();
    private final Set<Integer> rejectedLines = new HashSet<>();
    private int rejectedFrom = Integer.MAX_VALUE;
    private int documents;
    private int untold;
    private Optional<CorpusProblem> lastUntold = Optional.empty();

    SpoolingSink(MentionSpool spool) {
      this.spool = spool;
    }

    @Override
    public void mention(Mention mention) {
      documents += mention.source().entry() == 0 ? 1 : 0;
      spool.read(mention);
    }

    @Override
    public void problem(CorpusProblem problem) {
      if (problems.size() < IndexedFile.MAX_PROBLEMS - 1) {
        problems.add(problem);
      } else {
        untold++;
        lastUntold = Optional.of(problem);
      }
      switch (problem.scope()) {
        case LINE -> rejectedLines.add(problem.line());
        case REST -> rejectedFrom = Math.min(rejectedFrom, problem.line());
        case FILE, RELATED -> {}
      }
    }

    /** All that can be remembered, and how many more there were. */
    List<CorpusProblem> problems() {
      List<CorpusProblem> told = new ArrayList<>(problems);
      lastUntold.ifPresent(last ->
          told.add(
              new CorpusProblem(
                  last.path(),
                  last.line(),
                  "the last of " + untold + " more problems; 'broadsheet check' shows all",
                  last.scope())));
      return told;
    }

    boolean rejected() {
      return problems.stream().anyMatch(problem -> problem.scope() == Scope.FILE);
    }

    /** A rejected line of a feed keeps what was last read of it, unless it now stands elsewhere. */
    void keepLastGoodLines(String path) {
      if (rejectedLines.isEmpty() && rejectedFrom == Integer.MAX_VALUE) {
        return;
      }
      writer.publishedMentions(
          path,
          mention -> {
            int line = mention.source().line();
            if (line >= rejectedFrom || rejectedLines.contains(line)) {
              spool.keep(mention);
            }
          });
    }
  }
}
