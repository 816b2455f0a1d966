package dev.broadsheet.words;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the answers that were asked for last, up to so many. Safe for use by many threads; two
 * that ask the same at once may both work it out.
 */
public final class BoundedCache<K, V> {
  private final Map<K, V> entries;

  public BoundedCache(int size) {
    this.entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > size;
          }
        };
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
    synchronized (entries) {
      entries.put(key, answer);
    }
  }

  /** The answer that is remembered, if there is one. */
  public @Nullable V known(K key) {
    synchronized (entries) {
      return entries.get(key);
    }
  }

  /** Works an answer out. */
  public interface Source<K, V> {
    V get(K key) throws IOException;
  }
}
