package dev.broadsheet.indexing;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.Mention;
import dev.broadsheet.meaning.Vector;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One rewriting of an index, whole or in part. Closed without being published, it is abandoned, and
 * the index is what it was. Reads what was published before; writes are safe from many threads.
 *
 * <p>All methods throw {@link IndexWriteException} where the index can't be read or written.
 */
public interface GenerationWriter extends AutoCloseable {
  /** Whether nothing is there yet, so that all files are to be read. */
  boolean startsEmpty();

  /** The files that the published index knows, by path; also where this one starts empty. */
  Map<String, IndexedFile> publishedFiles();

  /** The items that the published index has of a file, in no order. */
  void publishedIds(String path, Consumer<ArticleId> consumer);

  /** All that the published index remembers of a file's mentions, in no order. */
  void publishedMentions(String path, Consumer<Mention> consumer);

  /** All mentions of some items that the published index remembers; none, where it starts empty. */
  Map<ArticleId, List<Mention>> publishedMentions(Collection<ArticleId> ids);

  /**
   * Writes an item over what there was of it. Where the index starts empty, each item is written
   * once; it goes fastest if each thread brings its own newest first, what has no date last, and no
   * thread brings any from between those of another.
   *
   * @param id its identity
   * @param mentions all that the corpus says of it, to be remembered; the item goes if there are
   *     none
   * @param item what they make; empty where it is removed and only its mentions are remembered
   */
  void putItem(ArticleId id, List<Mention> mentions, Optional<Article> item);

  /** Remembers that a file was read. */
  void putFile(IndexedFile file);

  /** Forgets a file. */
  void deleteFile(String path);

  /** The items of the published index that have no vector; none where no vectors are kept. */
  default List<ArticleId> withoutVector() {
    return List.of();
  }

  /**
   * Remembers the vector of a text, which the items with this text have from then on.
   *
   * @param embed makes it, unless it is remembered already
   */
  default void rememberVector(String text, Function<String, Vector> embed) {}

  /** A folder for files that are needed only while writing; deleted with {@link #close}. */
  Path scratchFolder();

  /** Makes all that was written durable and visible, in one step. */
  default void publish() {
    publish(ReindexProgress.SILENT);
  }

  /** The same; tells how far it is, where that takes long. */
  void publish(ReindexProgress progress);

  /** Abandons what was not published, and lets others write. */
  @Override
  void close();
}
