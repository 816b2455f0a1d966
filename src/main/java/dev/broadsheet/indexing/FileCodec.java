package dev.broadsheet.indexing;

import dev.broadsheet.corpus.CorpusProblem;
import dev.broadsheet.corpus.CorpusProblem.Scope;

/** The compact form in which an engine keeps what it knows of a file of the corpus. */
public final class FileCodec {
  private FileCodec() {}

  /** All that is known of a file. */
  public static byte[] encode(IndexedFile file) {
    var out = new BinaryOutput();
    out.text(file.path());
    out.number(file.size());
    out.fixed(file.modifiedMillis());
    out.text(file.hash());
    out.number(file.documents());
    out.list(
        file.problems(),
        (o, problem) -> {
          o.text(problem.path());
          o.number(problem.line());
          o.text(problem.message());
          o.text(problem.scope().name());
        });
    return out.toBytes();
  }

  /** The same, read back. */
  public static IndexedFile decode(byte[] bytes, int offset, int length) {
    var in = new BinaryInput(bytes, offset, length);
    return new IndexedFile(
        in.text(),
        in.number(),
        in.fixed(),
        in.text(),
        in.size(),
        in.list(i -> new CorpusProblem(i.text(), i.size(), i.text(), Scope.valueOf(i.text()))));
  }
}
