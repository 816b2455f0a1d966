package dev.broadsheet.meaning;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * Remembers the vectors of texts by the hash of the text, so that none is embedded twice, not even
 * when the index is built anew. Records of one length stand behind each other, each with its own
 * checksum: what a crash cut off or a disk damaged is passed over, and embedded again. Safe for use
 * by many threads, but not by two processes at once.
 */
public final class VectorFile implements AutoCloseable {
  private static final int KEY_BYTES = 16;
  private static final int SUM_BYTES = 4;
  private static final int BUFFER = 1 << 20;

  private final Path path;
  private final int length;
  private final Map<Key, Long> places = new HashMap<>();
  private final Set<Key> used = new HashSet<>();
  private FileChannel channel;
  private long end;

  private VectorFile(Path path, VectorSpace space, FileChannel channel) {
    this.path = path;
    this.length = KEY_BYTES + space.dimensions() + SUM_BYTES;
    this.channel = channel;
  }

  /** The first 128 bits of the text's SHA-256. */
  private record Key(long high, long low) {
    static Key of(String text) {
      try {
        byte[] hash =
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return read(ByteBuffer.wrap(hash));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }

    static Key read(ByteBuffer in) {
      return new Key(in.getLong(), in.getLong());
    }
  }

  /** Opens the file of a space in a folder; makes both where they are not there. */
  public static VectorFile open(Path folder, VectorSpace space) throws IOException {
    Files.createDirectories(folder);
    Path path = folder.resolve(space.name() + ".vectors");
    Files.deleteIfExists(rewritten(path));
    var file = new VectorFile(path, space, channel(path));
    try {
      file.readAll();
      return file;
    } catch (IOException | RuntimeException e) {
      file.channel.close();
      throw e;
    }
  }

  private static FileChannel channel(Path path) throws IOException {
    return FileChannel.open(
        path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
  }

  private void readAll() throws IOException {
    byte[] record = new byte[length];
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(path), BUFFER))) {
      for (; true; end += length) {
        in.readFully(record);
        if (isWhole(record)) {
          places.put(Key.read(ByteBuffer.wrap(record)), end);
        }
      }
    } catch (EOFException done) {
      // The rest, if there is any, is shorter than a record: the next one is written over it.
    }
  }

  private boolean isWhole(byte[] record) {
    return ByteBuffer.wrap(record).getInt(length - SUM_BYTES) == sum(record);
  }

  private int sum(byte[] record) {
    var sum = new CRC32C();
    sum.update(record, 0, length - SUM_BYTES);
    return (int) sum.getValue();
  }

  /** How many are remembered. */
  public synchronized int size() {
    return places.size();
  }

  /** The vector of a text, if it is remembered. */
  public synchronized Optional<Vector> get(String text) throws IOException {
    Key key = Key.of(text);
    Long place = places.get(key);
    if (place == null) {
      return Optional.empty();
    }
    byte[] record = record(place);
    if (!isWhole(record) || !Key.read(ByteBuffer.wrap(record)).equals(key)) {
      places.remove(key);
      return Optional.empty();
    }
    used.add(key);
    byte[] numbers = new byte[length - KEY_BYTES - SUM_BYTES];
    System.arraycopy(record, KEY_BYTES, numbers, 0, numbers.length);
    return Optional.of(Vector.of(numbers));
  }

  private byte[] record(long place) throws IOException {
    ByteBuffer record = ByteBuffer.allocate(length);
    while (record.hasRemaining() && channel.read(record, place + record.position()) >= 0) {
      // Until it is whole, or the file ends.
    }
    return record.array();
  }

  /** Remembers the vector of a text; it outlives the process at once. */
  public synchronized void put(String text, Vector vector) throws IOException {
    Key key = Key.of(text);
    used.add(key);
    if (places.containsKey(key)) {
      return;
    }
    ByteBuffer record = ByteBuffer.allocate(length);
    record.putLong(key.high()).putLong(key.low()).put(vector.bytes());
    if (record.remaining() != SUM_BYTES) {
      throw new IllegalArgumentException("vector: " + vector + " is of another space");
    }
    record.putInt(sum(record.array()));
    write(channel, record.flip(), end);
    places.put(key, end);
    end += length;
  }

  private static void write(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
    long place = at;
    while (bytes.hasRemaining()) {
      place += channel.write(bytes, place);
    }
  }

  /** Forgets the oldest that were not used since it was opened, until so many are left. */
  public synchronized void trim(int most) throws IOException {
    if ((end / length) <= most) {
      return;
    }
    List<Map.Entry<Key, Long>> kept = new ArrayList<>(places.entrySet());
    kept.sort(
        Comparator.comparing((Map.Entry<Key, Long> entry) -> !used.contains(entry.getKey()))
            .thenComparing(Map.Entry::getValue, Comparator.reverseOrder()));
    rewrite(kept.subList(0, Math.min(most, kept.size())));
  }

  private void rewrite(List<Map.Entry<Key, Long>> kept) throws IOException {
    List<Map.Entry<Key, Long>> inOrder = new ArrayList<>(kept);
    inOrder.sort(Map.Entry.comparingByValue());
    Map<Key, Long> moved = new HashMap<>();
    Path written = rewritten(path);
    try (FileChannel out = channel(written)) {
      for (Map.Entry<Key, Long> entry : inOrder) {
        long at = (long) moved.size() * length;
        write(out, ByteBuffer.wrap(record(entry.getValue())), at);
        moved.put(entry.getKey(), at);
      }
      out.force(true);
    }
    channel.close();
    Files.move(written, path, StandardCopyOption.ATOMIC_MOVE);
    channel = channel(path);
    places.clear();
    places.putAll(moved);
    end = (long) moved.size() * length;
  }

  private static Path rewritten(Path path) {
    return path.resolveSibling(path.getFileName() + ".new");
  }

  @Override
  public synchronized void close() throws IOException {
    try (FileChannel closed = channel) {
      closed.force(true);
    }
  }
}
