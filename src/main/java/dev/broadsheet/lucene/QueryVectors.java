package dev.broadsheet.lucene;

import dev.broadsheet.meaning.Embedder;
import dev.broadsheet.meaning.Vector;
import dev.broadsheet.meaning.VectorSpace;
import dev.broadsheet.search.TextQuery;
import dev.broadsheet.search.TextQueryFormatter;
import dev.broadsheet.words.BoundedCache;
import dev.broadsheet.words.TextPlan;
import java.io.IOException;
import org.apache.lucene.search.Query;

/**
 * The vectors of what visitors type. Those of late are remembered, as the same words are asked for
 * again with each page and filter. The thread that answers embeds, so that there are never more at
 * it than there are answers made. Safe for use by many threads.
 */
final class QueryVectors {
  /** Some 400 kB. */
  private static final int REMEMBERED = 1_000;

  private final Embedder embedder;
  private final BoundedCache<String, Vector> known = new BoundedCache<>(REMEMBERED);

  QueryVectors(Embedder embedder) {
    this.embedder = embedder;
  }

  VectorSpace space() {
    return embedder.space();
  }

  /**
   * Whether a query is looked for by its meaning as well: words alone, at least one of them with a
   * letter. Who writes quotes, operators or fields says exactly what is wanted, numbers mean
   * themselves, and an unfinished word means nothing yet.
   */
  static boolean hasMeaning(TextQuery query) {
    return query.excluded().isEmpty()
        && query.groups().stream().allMatch(QueryVectors::isWord)
        && query.groups().stream()
            .flatMap(group -> group.alternatives().stream())
            .anyMatch(term -> term.text().codePoints().anyMatch(Character::isLetter));
  }

  private static boolean isWord(TextQuery.Group group) {
    return group.alternatives().size() == 1
        && group.alternatives().getFirst() instanceof TextQuery.Word word
        && word.field().isEmpty();
  }

  /** The vector of a query, with near spellings where those are looked for. */
  Vector of(TextQuery typed, TextPlan<Query> plan) throws IOException {
    String text = plan.wording().corrected().orElseGet(() -> TextQueryFormatter.format(typed));
    Deadline.check();
    return known.get(text, embedder::embed);
  }
}
