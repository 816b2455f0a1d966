package dev.broadsheet.corpus;

import dev.broadsheet.corpus.CorpusProblem.Scope;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * Reads a bulk feed: one JSON object a line, the file gzipped or not.
 *
 * @param path of the file
 * @param gzip whether it is gzipped
 * @param limits how much is read
 */
record FeedReader(String path, boolean gzip, CorpusLimits limits) {
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
    DocumentReader documents = new DocumentReader(path, Scope.LINE, limits);
    try {
      while (lines.next()) {
        line(lines, documents, sink);
      }
    } catch (IOException e) {
      String reason = e instanceof EOFException ? "the end is missing" : CorpusFolder.reason(e);
      sink.problem(
          new CorpusProblem(
              path,
              lines.number(),
              "the file breaks off here: " + reason + " (expected more lines, or its end)",
              Scope.REST));
    }
  }

  private void line(LineReader lines, DocumentReader documents, MentionSink sink) {
    int number = lines.number();
    if (lines.isTooLong()) {
      String message = "the line is too long (expected at most " + limits.lineBytes() + " bytes)";
      sink.problem(new CorpusProblem(path, number, message, Scope.LINE));
      return;
    }
    Node.Mapping document;
    try {
      String json = lines.text();
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
