package dev.broadsheet.lucene;

import dev.broadsheet.article.Mention;
import dev.broadsheet.words.Analyzers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriterConfig;

/** Makes the documents of Broadsheet's own index, for a writer that is not its own. */
public final class BroadsheetDocuments {
  private final ArticleMapper mapper =
      new ArticleMapper(
          LuceneSettings.DEFAULT.quality(),
          () -> new WholeTextFields(LuceneSettings.DEFAULT.ranking().texts()),
          WrittenVectors.NONE);

  /** What a writer of them needs. */
  public static IndexWriterConfig config() {
    return new IndexWriterConfig(Analyzers.INDEX)
        .setSimilarity(new QualitySimilarity())
        .setIndexSort(Schema.NEWEST_FIRST)
        .setUseCompoundFile(false);
  }

  /** The document of an item that has one mention. */
  public Document document(Mention mention) {
    try {
      return mapper.document(
          mention.article().id(), List.of(mention), Optional.of(mention.article()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
