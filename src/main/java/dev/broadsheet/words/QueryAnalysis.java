package dev.broadsheet.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the texts of one request are in the index; each is analyzed once. */
public final class QueryAnalysis {
  private final Map<String, List<String>> words = new HashMap<>();
  private final Map<String, List<String>> stems = new HashMap<>();
  private final Map<String, List<String>> wholes = new HashMap<>();

  /** See {@link Analyzers#words}. */
  public List<String> words(String text) {
    return known(words, text, Analyzers::words);
  }

  /** See {@link Analyzers#stems}. */
  public List<String> stems(String text) {
    return known(stems, text, it -> Analyzers.STEM_CACHE.stems(words(it)));
  }

  /** See {@link Analyzers#wholes}. */
  public List<String> wholes(String text) {
    return known(wholes, text, Analyzers::wholes);
  }

  private static List<String> known(
      Map<String, List<String>> known, String text, Function<String, List<String>> analysis) {
    return known.computeIfAbsent(text, analysis);
  }
}
