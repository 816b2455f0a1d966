package dev.broadsheet.indexing;

import dev.broadsheet.article.ArticleId;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of what is spooled: in memory, and in a file where that is too much. One that came out
 * larger than was expected, as of a compressed feed or of a million tiny items, is grouped in
 * several passes. Safe for use by many threads.
 */
final class SpoolPartition {
  /** How many bytes a partition should have. */
  static final long BYTES = 8L << 20;

  /** What one pass may bring to memory. */
  private static final int PASS_RECORDS = 1 << 15;

  private static final long PASS_BYTES = 2 * BYTES;

  /** The item has to be looked at, though no file that was read mentions it. */
  private static final byte TOUCHED = 'T';

  /** Out of a file that was read. */
  private static final byte READ = 'R';

  /** Out of the last good version of what was rejected. */
  private static final byte KEPT = 'K';

  private final Path file;
  private final long memoryBytes;
  private ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private long records;
  private long bytes;

  /** One without records, which may use a file for what is more than so many bytes. */
  SpoolPartition(Path file, long memoryBytes) {
    this.file = file;
    this.memoryBytes = memoryBytes;
  }

  void touch(ArticleId id) {
    add(id, TOUCHED, id.value().getBytes(StandardCharsets.US_ASCII));
  }

  void read(Mention mention) {
    add(mention.article().id(), READ, MentionCodec.encodeOne(mention));
  }

  void keep(Mention mention) {
    add(mention.article().id(), KEPT, MentionCodec.encodeOne(mention));
  }

  private synchronized void add(ArticleId id, byte tag, byte[] record) {
    records++;
    bytes += record.length;
    try {
      var out = new DataOutputStream(memory);
      out.writeByte(tag);
      out.writeInt(id.rest());
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

  /** How many partitions of the expected size, to be loaded in one pass, could hold all of some. */
  static long wanted(List<SpoolPartition> partitions) {
    long records = partitions.stream().mapToLong(SpoolPartition::records).sum();
    long bytes = partitions.stream().mapToLong(SpoolPartition::bytes).sum();
    return 1 + Math.max(2 * records / PASS_RECORDS, bytes / BYTES);
  }

  private synchronized long records() {
    return records;
  }

  private synchronized long bytes() {
    return bytes;
  }

  /** In how many passes it has to be loaded. */
  synchronized int passes() {
    return 1 + (int) Math.max(records / PASS_RECORDS, bytes / PASS_BYTES);
  }

  /** The items of one pass; each item is in one only. */
  synchronized Map<ArticleId, SpooledItem> load(int pass) {
    int passes = passes();
    Map<ArticleId, SpooledItem> items = new HashMap<>();
    try (var in = new DataInputStream(content())) {
      while (true) {
        byte tag = in.readByte();
        boolean isNow = Integer.remainderUnsigned(in.readInt(), passes) == pass;
        int length = in.readInt();
        if (isNow) {
          add(items, tag, in.readNBytes(length));
        } else {
          in.skipNBytes(length);
        }
      }
    } catch (EOFException end) {
      return items;
    } catch (IOException e) {
      throw new UncheckedIOException("can't read what was spooled to " + file, e);
    }
  }

  private InputStream content() throws IOException {
    InputStream inMemory = new ByteArrayInputStream(memory.toByteArray());
    return Files.exists(file)
        ? new SequenceInputStream(new BufferedInputStream(Files.newInputStream(file)), inMemory)
        : inMemory;
  }

  private static void add(Map<ArticleId, SpooledItem> items, byte tag, byte[] record) {
    if (tag == TOUCHED) {
      item(items, new ArticleId(new String(record, StandardCharsets.US_ASCII)));
      return;
    }
    Mention mention = MentionCodec.decodeOne(record);
    SpooledItem item = item(items, mention.article().id());
    if (tag == READ) {
      item.addRead(mention);
    } else {
      item.addKept(mention);
    }
  }

  private static SpooledItem item(Map<ArticleId, SpooledItem> items, ArticleId id) {
    return items.computeIfAbsent(id, unseen -> new SpooledItem());
  }

  /** Forgets all records, and frees what they took. */
  synchronized void clear() {
    memory = new ByteArrayOutputStream();
    records = 0;
    bytes = 0;
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("can't delete what was spooled to " + file, e);
    }
  }
}
