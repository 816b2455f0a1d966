package dev.broadsheet.indexing;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.Mention;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * Collects mentions in the order of the files and gives them back by item, without holding them
 * all: they are dealt out by identity to partitions small enough to be grouped in memory one at a
 * time, and partitions go to disk when together they are large (a Grace hash join; Kitsuregawa et
 * al., 1983). For an index that is made anew they are dealt out once more, by the order in which it
 * has the items. Safe for use by many threads.
 */
final class MentionSpool implements AutoCloseable {
  private static final int MAX_PARTITIONS = 512;
  private static final long MAX_MEMORY_BYTES = 64L << 20;
  private static final int HEAP_SHARE = 8;

  private final Path folder;
  private final long memoryBytes;
  private final List<SpoolPartition> partitions;
  private List<SpoolPartition> ordered = List.of();
  private final AtomicLong mentions = new AtomicLong();

  /** A spool for about so many bytes, which may use files in a folder. */
  MentionSpool(Path folder, long expectedBytes) {
    this(
        folder,
        expectedBytes,
        Math.min(MAX_MEMORY_BYTES, Runtime.getRuntime().maxMemory() / HEAP_SHARE));
  }

  /** The same with another bound on what is held in memory, in bytes. */
  MentionSpool(Path folder, long expectedBytes, long memoryBytes) {
    this.folder = folder;
    this.memoryBytes = memoryBytes;
    this.partitions = partitions("partition-", expectedBytes / SpoolPartition.BYTES + 1);
  }

  private List<SpoolPartition> partitions(String name, long wanted) {
    int count = Math.clamp(wanted, 1, MAX_PARTITIONS);
    return IntStream.range(0, count)
        .mapToObj(i -> new SpoolPartition(folder.resolve(name + i), memoryBytes / count))
        .toList();
  }

  void touch(ArticleId id) {
    partition(id).touch(id);
  }

  void read(Mention mention) {
    mentions.incrementAndGet();
    partition(mention.article().id()).read(mention);
  }

  /** Adds a mention that stands only if none of the same file and item is read. */
  void keep(Mention mention) {
    partition(mention.article().id()).keep(mention);
  }

  private SpoolPartition partition(ArticleId id) {
    return partitions.get((int) Long.remainderUnsigned(id.prefix(), partitions.size()));
  }

  /** How many mentions were read. */
  long size() {
    return mentions.get();
  }

  /** Its parts; each item is in one only. */
  List<SpoolPartition> partitions() {
    return partitions;
  }

  /**
   * The same, but dealt out anew so that the parts follow one another in the order of the items;
   * for when all is in. What is in one part that fits in memory is left there. Where parts begin is
   * taken from the items of one partition: dealt out by identity, they are a random sample.
   *
   * @param work to which the time of it is added
   * @param progress is told how many mentions are dealt out
   */
  List<SpoolPartition> inOrder(Workers workers, WorkTimes work, LongConsumer progress) {
    if (partitions.size() == 1 && partitions.getFirst().passes() == 1) {
      return partitions;
    }
    ordered = partitions("ordered-", SpoolPartition.wanted(partitions));
    NavigableMap<ItemOrder, SpoolPartition> byFirst = byFirst(ordered);
    var dealt = new AtomicLong();
    workers.map(
        partitions,
        partition -> {
          work.merging(
              () -> deal(partition, byFirst, read -> progress.accept(dealt.addAndGet(read))));
          return true;
        });
    return ordered;
  }

  private static void deal(
      SpoolPartition partition,
      NavigableMap<ItemOrder, SpoolPartition> byFirst,
      LongConsumer progress) {
    for (int pass = 0; pass < partition.passes(); pass++) {
      partition
          .load(pass)
          .forEach((id, item) -> {
            item.addTo(byFirst.floorEntry(item.order(id)).getValue(), id);
            progress.accept(item.read().size());
          });
    }
    partition.clear();
  }

  /** The parts by the first item that may be in each. */
  private NavigableMap<ItemOrder, SpoolPartition> byFirst(List<SpoolPartition> parts) {
    List<ItemOrder> sample =
        partitions.getFirst().load(0).entrySet().stream()
            .map(entry -> entry.getValue().order(entry.getKey()))
            .sorted()
            .toList();
    NavigableMap<ItemOrder, SpoolPartition> byFirst = new TreeMap<>();
    byFirst.put(ItemOrder.FIRST, parts.getFirst());
    for (int i = 1; i < parts.size() && !sample.isEmpty(); i++) {
      byFirst.put(sample.get((int) ((long) i * sample.size() / parts.size())), parts.get(i));
    }
    return byFirst;
  }

  @Override
  public void close() {
    partitions.forEach(SpoolPartition::clear);
    ordered.forEach(SpoolPartition::clear);
  }
}
