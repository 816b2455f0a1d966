package dev.broadsheet.lucene;

import dev.broadsheet.article.Article;
import dev.broadsheet.indexing.MeaningText;
import dev.broadsheet.meaning.Vector;
import dev.broadsheet.meaning.VectorFile;
import dev.broadsheet.meaning.VectorSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of what is written, from the file beside the generations that remembers them; or
 * none, where no meanings are searched. Safe for use by many threads.
 */
final class WrittenVectors implements AutoCloseable {
  private static final String FOLDER = "vectors";

  /** A corpus that changes all the time may leave as many behind as it has. */
  private static final int KEPT_FOR_EACH = 2;

  private static final int KEPT_AT_LEAST = 10_000;

  /** None are kept. */
  static final WrittenVectors NONE = new WrittenVectors(Optional.empty(), null);

  private final Optional<VectorSpace> space;
  private final @Nullable VectorFile file;

  private WrittenVectors(Optional<VectorSpace> space, @Nullable VectorFile file) {
    this.space = space;
    this.file = file;
  }

  /** Those of an index folder, for who has its lock. */
  static WrittenVectors open(Path index, Optional<VectorSpace> space) throws IOException {
    return space.isEmpty()
        ? NONE
        : new WrittenVectors(space, VectorFile.open(index.resolve(FOLDER), space.get()));
  }

  /** Where they belong; empty where there are none. */
  Optional<VectorSpace> space() {
    return space;
  }

  /** Adds the vector of an article to its document, if it is remembered. */
  void addTo(Document document, Article article) throws IOException {
    if (file == null || space.isEmpty()) {
      return;
    }
    Optional<Vector> vector = file.get(MeaningText.of(article));
    if (vector.isPresent()) {
      document.add(
          new KnnByteVectorField(
              Schema.vector(space.get()), vector.get().bytes(), VectorSimilarityFunction.COSINE));
    }
  }

  /** Remembers the vector of a text, which is made unless it is known. */
  void remember(String text, Function<String, Vector> embed) throws IOException {
    if (file != null && file.get(text).isEmpty()) {
      file.put(text, embed.apply(text));
    }
  }

  /** Forgets some of what an index of so many items no longer needs. */
  void trim(long items) throws IOException {
    if (file != null) {
      file.trim(Math.clamp(KEPT_FOR_EACH * items, KEPT_AT_LEAST, Integer.MAX_VALUE));
    }
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
