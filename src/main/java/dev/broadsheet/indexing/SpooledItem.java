package dev.broadsheet.indexing;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.ArticleMerger;
import dev.broadsheet.article.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of an item: mentions out of files that were read, and out of ones kept. */
final class SpooledItem {
  private final List<Mention> read = new ArrayList<>();
  private final List<Mention> kept = new ArrayList<>();

  void addRead(Mention mention) {
    add(read, mention);
  }

  void addKept(Mention mention) {
    add(kept, mention);
  }

  private static void add(List<Mention> mentions, Mention mention) {
    mentions.add(mention);
    if (mentions.size() >= 2 * ArticleMerger.MAX_MENTIONS) {
      List<Mention> first = ArticleMerger.first(mentions);
      mentions.clear();
      mentions.addAll(first);
    }
  }

  /** Those out of files that were read, in the order they came. */
  List<Mention> read() {
    return read;
  }

  /** Those that were kept, in the order they came. */
  List<Mention> kept() {
    return kept;
  }

  /** What stands: all that was read, and what was kept of files that don't mention it any more. */
  List<Mention> standing() {
    if (kept.isEmpty()) {
      return read;
    }
    Set<String> readAgain =
        read.stream().map(mention -> mention.source().path()).collect(Collectors.toSet());
    List<Mention> standing = new ArrayList<>(read);
    kept.stream()
        .filter(mention -> !readAgain.contains(mention.source().path()))
        .forEach(standing::add);
    return standing;
  }

  /** Where the item stands among all, if nothing but this is told of it. */
  ItemOrder order(ArticleId id) {
    List<Mention> standing = standing();
    return ItemOrder.of(id, standing.isEmpty() ? Optional.empty() : ArticleMerger.merge(standing));
  }

  /** Spools the same again. */
  void addTo(SpoolPartition partition, ArticleId id) {
    if (read.isEmpty() && kept.isEmpty()) {
      partition.touch(id);
    }
    read.forEach(partition::read);
    kept.forEach(partition::keep);
  }
}
