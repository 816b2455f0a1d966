package dev.broadsheet.indexing;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.ArticleMerger;
import dev.broadsheet.article.Mention;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Collects mentions in the order of the files and gives them back by item, without holding them
 * all: they are dealt out by identity to partitions small enough to be grouped in memory one at a
 * time, and partitions go to disk when together they are large (a Grace hash join; Kitsuregawa et
 * al., 1983). One that is larger nevertheless, as of a compressed feed or of a million tiny items,
 * is grouped in several passes. Safe for use by many threads.
 */
final class MentionSpool implements AutoCloseable {
  private static final long PARTITION_BYTES = 8L << 20;
  private static final int MAX_PARTITIONS = 512;

  /** What one pass may bring to memory of a partition that came out larger than was expected. */
  private static final int PASS_RECORDS = 1 << 15;

  private static final long PASS_BYTES = 2 * PARTITION_BYTES;

  private static final long MAX_MEMORY_BYTES = 64L << 20;
  private static final int HEAP_SHARE = 8;

  private final Path folder;
  private final List<Partition> partitions;
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
    int count = Math.clamp(expectedBytes / PARTITION_BYTES + 1, 1, MAX_PARTITIONS);
    this.partitions =
        Stream.iterate(0, i -> i + 1)
            .limit(count)
            .map(i -> new Partition(folder.resolve("partition-" + i), memoryBytes / count))
            .toList();
  }

  /** What is known of an item: mentions out of files that were read, and out of ones kept. */
  static final class Entry {
    final List<Mention> read = new ArrayList<>();
    final List<Mention> kept = new ArrayList<>();

    private static void add(List<Mention> mentions, Mention mention) {
      mentions.add(mention);
      if (mentions.size() >= 2 * ArticleMerger.MAX_MENTIONS) {
        List<Mention> first = ArticleMerger.first(mentions);
        mentions.clear();
        mentions.addAll(first);
      }
    }
  }

  /** The item has to be looked at, though no file that was read mentions it. */
  private static final byte TOUCHED = 'T';

  /** Out of a file that was read. */
  private static final byte READ = 'R';

  /** Out of the last good version of what was rejected. */
  private static final byte KEPT = 'K';

  void touch(ArticleId id) {
    add(id, TOUCHED, id.value().getBytes(StandardCharsets.US_ASCII));
  }

  void read(Mention mention) {
    mentions.incrementAndGet();
    add(mention.article().id(), READ, MentionCodec.encodeOne(mention));
  }

  /** Adds a mention that stands only if none of the same file and item is read. */
  void keep(Mention mention) {
    add(mention.article().id(), KEPT, MentionCodec.encodeOne(mention));
  }

  /** How many mentions were read. */
  long size() {
    return mentions.get();
  }

  int partitions() {
    return partitions.size();
  }

  /** In how many passes a partition has to be loaded, when all is in. */
  int passes(int partition) {
    return partitions.get(partition).passes();
  }

  /** The items of one pass over one partition; each item is in one only. */
  Map<ArticleId, Entry> load(int partition, int pass) {
    return partitions.get(partition).load(pass);
  }

  private void add(ArticleId id, byte tag, byte[] record) {
    long partition = Long.remainderUnsigned(id.prefix(), partitions.size());
    long rest = Long.divideUnsigned(id.prefix(), partitions.size());
    partitions.get((int) partition).add(tag, rest, record);
  }

  @Override
  public void close() {
    try {
      for (Partition partition : partitions) {
        Files.deleteIfExists(partition.file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("can't delete what was spooled to " + folder, e);
    }
  }

  private static final class Partition {
    private final Path file;
    private final long memoryBytes;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private long records;
    private long bytes;

    Partition(Path file, long memoryBytes) {
      this.file = file;
      this.memoryBytes = memoryBytes;
    }

    /**
     * Adds a record.
     *
     * @param hash of its item, by which it falls to a pass
     */
    synchronized void add(byte tag, long hash, byte[] record) {
      records++;
      bytes += record.length;
      try {
        var out = new DataOutputStream(memory);
        out.writeByte(tag);
        out.writeLong(hash);
        out.writeInt(record.length);
        out.write(record);
        if (memory.size() > memoryBytes) {
          spill();
        }
      } catch (IOException e) {
        throw new UncheckedIOException("can't spool to " + file + ": " + e.getMessage(), e);
      }
    }

    private void spill() throws IOException {
      Files.createDirectories(file.getParent());
      try (OutputStream out =
          Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        memory.writeTo(out);
      }
      memory.reset();
    }

    synchronized int passes() {
      return 1 + (int) Math.max(records / PASS_RECORDS, bytes / PASS_BYTES);
    }

    synchronized Map<ArticleId, Entry> load(int pass) {
      int passes = passes();
      Map<ArticleId, Entry> entries = new HashMap<>();
      try (var in = new DataInputStream(records())) {
        while (true) {
          byte tag = in.readByte();
          boolean isNow = Long.remainderUnsigned(in.readLong(), passes) == pass;
          int length = in.readInt();
          if (isNow) {
            add(entries, tag, in.readNBytes(length));
          } else {
            in.skipNBytes(length);
          }
        }
      } catch (EOFException end) {
        return entries;
      } catch (IOException e) {
        throw new UncheckedIOException("can't read what was spooled to " + file, e);
      }
    }

    private InputStream records() throws IOException {
      InputStream inMemory = new ByteArrayInputStream(memory.toByteArray());
      return Files.exists(file)
          ? new SequenceInputStream(new BufferedInputStream(Files.newInputStream(file)), inMemory)
          : inMemory;
    }

    private static void add(Map<ArticleId, Entry> entries, byte tag, byte[] record) {
      if (tag == TOUCHED) {
        entry(entries, new ArticleId(new String(record, StandardCharsets.US_ASCII)));
        return;
      }
      Mention mention = MentionCodec.decodeOne(record);
      Entry entry = entry(entries, mention.article().id());
      Entry.add(tag == READ ? entry.read : entry.kept, mention);
    }

    private static Entry entry(Map<ArticleId, Entry> entries, ArticleId id) {
      return entries.computeIfAbsent(id, unseen -> new Entry());
    }
  }
}
