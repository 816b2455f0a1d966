package dev.broadsheet.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Words that mean the same, by the words that are typed. Rules are written one a line, as in Solr's
 * synonym files: {@code AI, artificial intelligence} makes each mean the others; {@code POTUS => US
 * president} makes the left side mean the right, and not the reverse. What follows a {@code #} is a
 * comment.
 */
public final class Synonyms {
  /** No word means another. */
  public static final Synonyms NONE = new Synonyms(Map.of());

  private final Map<List<String>, List<List<String>>> meanings;

  private Synonyms(Map<List<String>, List<List<String>>> meanings) {
    this.meanings = meanings;
  }

  /**
   * Reads rules.
   *
   * @throws BadRuleException where a line is none
   */
  public static Synonyms parse(List<String> lines) throws BadRuleException {
    Map<List<String>, List<List<String>>> meanings = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String rule = lines.get(i).replaceFirst("(^|\\s)#.*", "").strip();
      if (!rule.isEmpty()) {
        add(meanings, rule, i + 1);
      }
    }
    return new Synonyms(meanings);
  }

  private static void add(Map<List<String>, List<List<String>>> meanings, String rule, int line)
      throws BadRuleException {
    String[] sides = rule.split("=>", -1);
    if (sides.length > 2) {
      throw new BadRuleException(line, "expected one '=>', but found " + (sides.length - 1));
    }
    List<List<String>> from = entries(sides[0], line);
    List<List<String>> to = entries(sides[sides.length - 1], line);
    if (sides.length == 1 && from.size() < 2) {
      throw new BadRuleException(
          line, "expected 'one, other' or 'one => other', but found '" + rule + "'");
    }
    for (List<String> typed : from) {
      List<List<String>> meant = meanings.computeIfAbsent(typed, key -> new ArrayList<>());
      to.stream().filter(it -> !it.equals(typed) && !meant.contains(it)).forEach(meant::add);
    }
  }

  private static List<List<String>> entries(String side, int line) throws BadRuleException {
    List<List<String>> entries = new ArrayList<>();
    for (String entry : side.split(",", -1)) {
      List<String> words = Analyzers.words(entry);
      if (words.isEmpty()) {
        throw new BadRuleException(line, "expected a word, but found '" + entry.strip() + "'");
      }
      entries.add(words);
    }
    return entries;
  }

  /** What else these words together mean, each as words; nothing for most. */
  public List<List<String>> of(List<String> words) {
    return meanings.getOrDefault(words, List.of());
  }

  /** Tells rules from others. */
  public String fingerprint() {
    return meanings.isEmpty() ? "" : Integer.toHexString(meanings.hashCode());
  }

  /** A line is no rule. */
  public static final class BadRuleException extends Exception {
    private static final long serialVersionUID = 1;
    private final int line;

    public BadRuleException(int line, String message) {
      super(message);
      this.line = line;
    }

    /** Which line, from 1. */
    public int line() {
      return line;
    }
  }
}
