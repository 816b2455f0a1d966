package dev.broadsheet.corpus;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gathers the keys of one mapping and refuses one that is given twice. */
final class MappingBuilder {
  private final int line;
  private final boolean kept;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();

  /**
   * Starts empty.
   *
   * @param kept whether its keys may be told, as it does not stand below one that is not kept
   */
  MappingBuilder(int line, boolean kept) {
    this.line = line;
    this.kept = kept;
  }

  /** Whether the value of a key is kept. */
  boolean keeps(String key) {
    return kept && Keys.isKept(key);
  }

  /**
   * Takes note of a key.
   *
   * @throws RejectedDocument where it was there already
   */
  void key(String key, int keyLine) {
    Integer earlier = lines.putIfAbsent(key, keyLine);
    if (earlier != null) {
      throw new RejectedDocument(
          keyLine,
          (keeps(key) ? "the key '" + key + "' is given twice" : "a key is given twice")
              + ", first on line "
              + earlier
              + " (expected it once)");
    }
  }

  /** Takes the value of a key that is kept. */
  void value(String key, Node value) {
    if (keeps(key)) {
      values.put(key, value);
    }
  }

  Node.Mapping build() {
    return new Node.Mapping(values, line);
  }
}
