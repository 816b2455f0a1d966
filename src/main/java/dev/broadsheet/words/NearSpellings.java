package dev.broadsheet.words;

import dev.broadsheet.search.TextQuery;
import dev.broadsheet.search.TextQuery.Group;
import dev.broadsheet.search.TextQuery.Phrase;
import dev.broadsheet.search.TextQuery.Term;
import dev.broadsheet.search.TextQuery.Unfinished;
import dev.broadsheet.search.TextQuery.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the words of visible items that are spelt nearly as another. */
public final class NearSpellings {
  /** A shorter word is taken as it is, as too many others are near. */
  private static final int MIN_LETTERS = 4;

  /** From here on two edits are looked for. */
  private static final int MIN_LETTERS_FOR_TWO = 8;

  /** Nobody types a longer one by mistake. */
  private static final int MAX_LETTERS = 30;

  /** Each part of a word that was run together with another has so many letters at least. */
  private static final int MIN_LETTERS_OF_PART = 3;

  /** What a space costs that was left out, or is one too many. */
  private static final double SPACE = 0.7;

  /** How many of the likeliest are counted in what is visible. */
  private static final int COUNTED = 12;

  /** A phrase is as likely as it is frequent, but is counted no further than this. */
  private static final int MAX_PHRASE_COUNT = 1000;

  private final Index index;
  private final QueryAnalysis analysis;

  NearSpellings(Index index, QueryAnalysis analysis) {
    this.index = index;
    this.analysis = analysis;
  }

  /** What is asked of an index. */
  interface Index {
    /** Its words as written. */
    WordList words();

    /** How many visible items hold a word as written. */
    long countWord(String word) throws IOException;

    /** How many visible items some groups find together, as typed, but no more than a limit. */
    int count(List<Group> groups, int limit) throws IOException;

    /** So many visible items have a stem at least; told by the dictionary alone. */
    int atLeast(String stem) throws IOException;
  }

  /** The one word of a term that can be misspelt, in the form of the word list. */
  public Optional<String> word(Term term) {
    boolean spelt =
        term.field().isEmpty()
            && switch (term) {
              case Word _, Unfinished _ -> true;
              case Phrase _, TextQuery.Prefix _ -> false;
            };
    if (!spelt) {
      return Optional.empty();
    }
    List<String> words = analysis.words(term.text());
    return words.size() == 1 && isSpelt(words.getFirst())
        ? Optional.of(words.getFirst())
        : Optional.empty();
  }

  /** Numbers, and words with digits, are never misspelt. */
  private static boolean isSpelt(String word) {
    int letters = letters(word);
    return letters >= MIN_LETTERS
        && letters <= MAX_LETTERS
        && word.codePoints().allMatch(Character::isAlphabetic);
  }

  private static int letters(String word) {
    return word.codePointCount(0, word.length());
  }

  /** What may have been meant by a term of one word, likeliest first. */
  public List<NearSpelling> of(Term term, String word) throws IOException {
    boolean unfinished = term instanceof Unfinished;
    Set<KnownWord> near = unfinished ? nearlyBegun(word) : near(word);
    List<NearSpelling> spellings = new ArrayList<>();
    for (NearSpelling likely : likeliest(word, near, unfinished)) {
      long items = index.countWord(likely.text());
      if (items > 0) {
        spellings.add(new NearSpelling(likely.text(), items, likely.cost()));
      }
    }
    if (!unfinished) {
      likeliestParts(word).ifPresent(spellings::add);
    }
    Collections.sort(spellings);
    return spellings;
  }

  private Set<KnownWord> near(String word) throws IOException {
    WordList words = index.words();
    if (letters(word) < MIN_LETTERS_FOR_TWO) {
      return with(words.near(word, 1, 1), exactly(firstTwoSwapped(word)));
    }
    // The first letter is seldom wrong, and then it is all that is.
    return with(words.near(word, 2, 1), words.near(word, 1, 0));
  }

  private List<KnownWord> exactly(String word) throws IOException {
    int items = index.words().items(word);
    return items == 0 ? List.of() : List.of(new KnownWord(word, items));
  }

  private static Set<KnownWord> with(List<KnownWord> words, List<KnownWord> more) {
    Set<KnownWord> all = new LinkedHashSet<>(words);
    all.addAll(more);
    return all;
  }

  private Set<KnownWord> nearlyBegun(String beginning) throws IOException {
    int edits = letters(beginning) < MIN_LETTERS_FOR_TWO ? 1 : 2;
    WordList words = index.words();
    return with(
        words.nearlyBegunBy(beginning, edits, 1),
        words.begunBy(firstTwoSwapped(beginning), COUNTED));
  }

  private static String firstTwoSwapped(String word) {
    int second = word.offsetByCodePoints(0, 1);
    int third = word.offsetByCodePoints(0, 2);
    return word.substring(second, third) + word.substring(0, second) + word.substring(third);
  }

  private static List<NearSpelling> likeliest(
      String word, Set<KnownWord> near, boolean unfinished) {
    return near.stream()
        .filter(other -> !other.text().equals(word))
        .filter(other -> other.text().codePoints().allMatch(Character::isAlphabetic))
        .map(other ->
            new NearSpelling(
                other.text(),
                other.items(),
                unfinished
                    ? EditCost.ofBeginning(word, other.text())
                    : EditCost.of(word, other.text())))
        .sorted()
        .limit(COUNTED)
        .toList();
  }

  /** The two words that were most likely run together: those of which the rarer is frequent. */
  private Optional<NearSpelling> likeliestParts(String word) throws IOException {
    String likeliest = "";
    int most = 0;
    int end = word.offsetByCodePoints(word.length(), -MIN_LETTERS_OF_PART);
    for (int at = word.offsetByCodePoints(0, MIN_LETTERS_OF_PART - 1); at < end; ) {
      at += Character.charCount(word.codePointAt(at));
      int items = itemsOfRarer(word.substring(0, at), word.substring(at));
      if (items > most) {
        most = items;
        likeliest = word.substring(0, at) + " " + word.substring(at);
      }
    }
    return most == 0 ? Optional.empty() : phrase(likeliest);
  }

  private int itemsOfRarer(String first, String second) throws IOException {
    WordList words = index.words();
    int items = words.items(first);
    return items == 0 ? 0 : Math.min(items, words.items(second));
  }

  private Optional<NearSpelling> phrase(String text) throws IOException {
    Term phrase = new Phrase(Optional.empty(), text);
    long items = count(phrase, MAX_PHRASE_COUNT);
    return items == 0 ? Optional.empty() : Optional.of(new NearSpelling(text, items, SPACE));
  }

  /** The word that two that were typed make together, if there is one. */
  public Optional<NearSpelling> joined(Term first, Term second) throws IOException {
    String text = String.join("", analysis.words(first.text() + second.text()));
    long items = isSpelt(text) ? index.countWord(text) : 0;
    return items == 0 ? Optional.empty() : Optional.of(new NearSpelling(text, items, SPACE));
  }

  /** How many visible items a term of one word finds, but no more than a limit. */
  public int count(Term term, int limit) throws IOException {
    return atLeast(term) >= limit ? limit : count(List.of(new Group(List.of(term))), limit);
  }

  /** So many visible items have the word in some form; told by the dictionary alone. */
  private int atLeast(Term term) throws IOException {
    List<String> stems = analysis.stems(term.text());
    return stems.size() == 1 ? index.atLeast(stems.getFirst()) : 0;
  }

  /** How many visible items some groups find together, but no more than a limit. */
  public int count(List<Group> groups, int limit) throws IOException {
    return index.count(groups, limit);
  }
}
