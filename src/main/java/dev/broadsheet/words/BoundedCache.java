package dev.broadsheet.words;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Remembers answers within a bound. Those that are asked for most stay: an answer that is asked for
 * once does not take the place of one that is asked for again and again (W-TinyLFU: Einziger,
 * Friedman and Manes, "TinyLFU: a highly efficient cache admission policy", ACM Transactions on
 * Storage 13(4), 2017). Safe for use by many threads; two that ask the same at once may both work
 * it out.
 */
public final class BoundedCache<K, V> {
  private final Cache<K, V> entries;

  /** Remembers up to so many answers. */
  public BoundedCache(int size) {
    entries = builder().maximumSize(size).build();
  }

  /**
   * Remembers answers up to so many bytes.
   *
   * @param bytes about how many a key and its answer take
   */
  public BoundedCache(long most, ToIntBiFunction<K, V> bytes) {
    entries = builder().<K, V>weigher(bytes::applyAsInt).maximumWeight(most).build();
  }

  /** So many bytes are one of so many parts of the heap, as large as it may become. */
  public static long ofHeap(int parts) {
    return Runtime.getRuntime().maxMemory() / parts;
  }

  /** What there is to do besides is little, and done by those who ask. */
  private static Caffeine<Object, Object> builder() {
    return Caffeine.newBuilder().executor(Runnable::run);
  }

  /** The answer that is remembered, or else is worked out now. */
  public V get(K key, Source<K, V> source) throws IOException {
    V known = known(key);
    if (known != null) {
      return known;
    }
    V found = source.get(key);
    put(key, found);
    return found;
  }

  /** Remembers an answer. */
  public void put(K key, V answer) {
    entries.put(key, answer);
  }

  /** The answer that is remembered, if there is one. */
  public @Nullable V known(K key) {
    return entries.getIfPresent(key);
  }

  /** Works an answer out. */
  public interface Source<K, V> {
    V get(K key) throws IOException;
  }
}
