package dev.broadsheet.corpus;

import dev.broadsheet.corpus.CorpusProblem.Scope;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipException;

/**
 * Reads a bulk feed: one JSON object a line, the file gzipped or not. It is cut into lines by one
 * thread; many lines at a time are parsed by any.
 *
 * @param path of the file
 * @param gzip whether it is gzipped
 * @param limits how much is read
 * @param helpers threads that may help to parse: see {@link SharedWork}
 */
record FeedReader(String path, boolean gzip, CorpusLimits limits, Executor helpers) {
  /** A file of so many bad lines is no feed, and the rest of it is not worth the time. */
  private static final int MOST_REJECTED_LINES = 100_000;

  /** So many bytes are parsed at a time, or one line if it is longer. */
  private static final int BATCH_BYTES = 1 << 18;

  /** What a line takes in memory beside its bytes, so that many empty ones are not too many. */
  private static final int LINE_BYTES = 64;

  /** Reads all lines that can be read. */
  void read(HashedInput in, MentionSink sink) {
    // Closing the gzip stream leaves the file below open.
    try (InputStream content = gzip ? BoundedInflation.open(in) : in) {
      lines(new LineReader(content, limits.lineBytes()), sink);
    } catch (ZipException | EOFException e) {
      sink.problem(
          new CorpusProblem(path, 0, "not a gzip file (expected one, by its name)", Scope.FILE));
    } catch (IOException e) {
      sink.problem(CorpusReader.unreadable(path, e));
    }
  }

  private void lines(LineReader lines, MentionSink sink) {
    var rejected = new AtomicInteger();
    var work =
        new SharedWork<RecordedFindings>(
            helpers,
            findings -> {
              rejected.addAndGet(findings.rejectedLines());
              findings.tell(sink);
            });
    Optional<IOException> failure = cut(lines, work, rejected);
    work.finish();
    failure.map(e -> breaksOff(lines.number(), e)).ifPresent(sink::problem);
  }

  /** Hands in all lines; gives what it was that ended them before the end of the file. */
  private Optional<IOException> cut(
      LineReader lines, SharedWork<RecordedFindings> work, AtomicInteger rejected) {
    List<FeedLine> batch = new ArrayList<>();
    int size = 0;
    Optional<IOException> failure = Optional.empty();
    try {
      while (lines.next()) {
        if (rejected.get() >= MOST_REJECTED_LINES) {
          throw new IOException("more than " + MOST_REJECTED_LINES + " of its lines are bad");
        }
        if (lines.isEmpty()) {
          continue;
        }
        FeedLine line = lines.line();
        batch.add(line);
        size += line.size() + LINE_BYTES;
        if (size >= BATCH_BYTES) {
          handIn(batch, work);
          batch = new ArrayList<>();
          size = 0;
        }
      }
    } catch (IOException e) {
      failure = Optional.of(e);
    }
    handIn(batch, work);
    return failure;
  }

  private void handIn(List<FeedLine> batch, SharedWork<RecordedFindings> work) {
    work.add(() -> parse(batch));
  }

  private CorpusProblem breaksOff(int line, IOException e) {
    String reason = e instanceof EOFException ? "the end is missing" : CorpusFolder.reason(e);
    return new CorpusProblem(
        path,
        line,
        "the file breaks off here: " + reason + " (expected more lines, or its end)",
        Scope.REST);
  }

  private RecordedFindings parse(List<FeedLine> batch) {
    var findings = new RecordedFindings();
    var documents = new DocumentReader(path, Scope.LINE, limits);
    batch.forEach(line -> parse(line, documents, findings));
    return findings;
  }

  private void parse(FeedLine line, DocumentReader documents, MentionSink sink) {
    int number = line.number();
    if (line.isTooLong()) {
      String message = "the line is too long (expected at most " + limits.lineBytes() + " bytes)";
      sink.problem(new CorpusProblem(path, number, message, Scope.LINE));
      return;
    }
    Node.Mapping document;
    try {
      String json = line.text();
      if (json.isBlank()) {
        return;
      }
      document = JsonTree.read(json, number, limits);
    } catch (RejectedDocument e) {
      sink.problem(new CorpusProblem(path, number, e.reason(), Scope.LINE));
      return;
    }
    documents.read(document, number, "", sink);
  }
}
