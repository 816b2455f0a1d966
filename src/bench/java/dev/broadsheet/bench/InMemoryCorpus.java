package dev.broadsheet.bench;

import dev.broadsheet.article.Mention;
import dev.broadsheet.corpus.CorpusLimits;
import dev.broadsheet.corpus.CorpusProblem;
import dev.broadsheet.corpus.CorpusReader;
import dev.broadsheet.corpus.MentionSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A corpus of one {@code .jsonl} file, read and parsed, so that nothing is left but to index it. */
final class InMemoryCorpus {
  private InMemoryCorpus() {}

  /**
   * An item.
   *
   * @param mention what Broadsheet's reader made of its line
   * @param json the line as it is
   */
  record Item(Mention mention, String json) {}

  /** Reads a folder that holds one file. */
  static List<Item> read(Path folder) throws IOException {
    var reader = new CorpusReader(folder, CorpusLimits.DEFAULT);
    var file = reader.list().files().getFirst();
    List<String> lines = Files.readAllLines(folder.resolve(file.path()));
    List<Item> items = new ArrayList<>(lines.size());
    reader.read(file, new MentionSink() {
      @Override
      public void mention(Mention mention) {
        items.add(new Item(mention, lines.get(mention.source().line() - 1)));
      }

      @Override
      public void problem(CorpusProblem problem) {
        throw new IllegalArgumentException(problem.toString());
      }
    });
    return items;
  }
}
