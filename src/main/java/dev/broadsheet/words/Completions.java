package dev.broadsheet.words;

import dev.broadsheet.words.Completion.Fit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Gathers the phrases of some texts that complete what was typed: from the words typed to a
 * sensible end at most a few words on. Phrases of the same stems are one.
 */
public final class Completions {
  private static final int MAX_WORDS = 5;

  /** How many words may stand before what was typed. */
  private static final int MAX_BEFORE = 2;

  private final TypedText typed;
  private final Map<String, Completion> byWords = new HashMap<>();

  /** Those that go no further than the word that is completed: to be met once is enough. */
  private final Set<String> shortest = new HashSet<>();

  public Completions(TypedText typed) {
    this.typed = typed;
  }

  /** Gathers those of a text that so many items hold. */
  public void add(WrittenText written, int times) {
    boolean together = false;
    for (int i = 0; i < written.size(); i++) {
      if (isMatch(written, i)) {
        together = true;
        addForward(written, i, times);
        addBackward(written, i, times);
      }
    }
    if (!together && !typed.whole().isEmpty() && !typed.isFinished()) {
      addApart(written, times);
    }
  }

  /** Whether what was typed stands in a text, word beside word. */
  public boolean isWithin(WrittenText text) {
    return IntStream.range(0, text.size()).anyMatch(i -> isMatch(text, i));
  }

  /** Whether what was typed stands in a text and ends with this word. */
  private boolean isMatch(WrittenText text, int last) {
    int first = firstOfMatch(last);
    if (first < 0 || (!typed.isFinished() && !typed.completes(text.word(last)))) {
      return false;
    }
    for (int i = 0; i < typed.whole().size(); i++) {
      if (!typed.whole().get(i).equals(text.word(first + i))
          || (first + i < last && !text.goesOn(first + i))) {
        return false;
      }
    }
    return true;
  }

  private int firstOfMatch(int last) {
    return last - typed.whole().size() + (typed.isFinished() ? 1 : 0);
  }

  private void addForward(WrittenText text, int last, int times) {
    int first = firstOfMatch(last);
    if (typed.whole().isEmpty() && isMereBeginning(text.word(last))) {
      return;
    }
    int shortest = typed.isFinished() ? last + 1 : last;
    int end = Math.min(text.size() - 1, Math.max(first + MAX_WORDS - 1, last + 1));
    for (int i = last; i <= end && (i == last || text.goesOn(i - 1)); i++) {
      if (i >= shortest) {
        add(text, first, i, Fit.BEGINS, i == shortest, times);
      }
    }
  }

  /** Whether a word that says little has been begun, and not typed. */
  private boolean isMereBeginning(String word) {
    return BorderWords.contains(word) && !(word.equals(typed.last()) && word.length() > 2);
  }

  private void addBackward(WrittenText text, int last, int times) {
    int first = firstOfMatch(last);
    for (int i = first - 1; i >= Math.max(0, first - MAX_BEFORE) && text.goesOn(i); i--) {
      if (!BorderWords.contains(text.word(i))) {
        add(text, i, last, Fit.HOLDS, false, times);
        // For the phrase that ends before this word to be told from a whole one.
        if (last + 1 < text.size() && text.goesOn(last)) {
          add(text, i, last + 1, Fit.HOLDS, false, times);
        }
      }
    }
  }

  private void add(WrittenText text, int first, int last, Fit fit, boolean isShortest, int times) {
    if (!BorderWords.contains(text.word(last))) {
      String key = key(text, first, last);
      meet(key, text.written(first, last), fit, isShortest, times);
    }
  }

  private static String key(WrittenText text, int first, int last) {
    return text.tokens().subList(first, last + 1).stream()
        .map(WrittenText.Token::word)
        .collect(Collectors.joining(" "));
  }

  private void addApart(WrittenText text, int times) {
    List<String> words = text.words();
    if (typed.isWithin(words)) {
      for (String word : Set.copyOf(words)) {
        if (typed.completes(word) && !BorderWords.contains(word)) {
          int at = words.indexOf(word);
          meet(
              String.join(" ", typed.whole()) + " " + word,
              typed.writtenWhole() + " " + text.written(at, at),
              Fit.APART,
              true,
              times);
        }
      }
    }
  }

  private void meet(String key, String phrase, Fit fit, boolean isShortest, int times) {
    byWords.computeIfAbsent(key, it -> new Completion(fit)).meet(phrase, times);
    if (isShortest) {
      shortest.add(key);
    }
  }

  /** The best of them, best first. */
  public List<Completion> best(int size) {
    byWords.forEach(this::tellShorter);
    Set<String> stems = new HashSet<>();
    return byWords.entrySet().stream()
        .filter(entry ->
            entry.getValue().isWorthIt(shortest.contains(entry.getKey()) ? 1 : Completion.OFTEN))
        .map(Map.Entry::getValue)
        .sorted(
            Comparator.comparingDouble(Completion::weight)
                .reversed()
                .thenComparing(Completion::text))
        .filter(completion -> stems.add(String.join(" ", Analyzers.stems(completion.text()))))
        .limit(size)
        .toList();
  }

  private void tellShorter(String key, Completion completion) {
    for (int end = key.lastIndexOf(' '); end > 0; end = key.lastIndexOf(' ', end - 1)) {
      Completion shorter = byWords.get(key.substring(0, end));
      if (shorter != null) {
        shorter.meetLonger(completion);
      }
    }
  }
}
