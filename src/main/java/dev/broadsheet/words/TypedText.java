package dev.broadsheet.words;

import dev.broadsheet.search.TextQuery;
import dev.broadsheet.search.TextQuery.Group;
import dev.broadsheet.search.TextQuery.Term;
import dev.broadsheet.search.TextQuery.Unfinished;
import dev.broadsheet.search.TextQuery.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What has been typed so far, as words alone: quotes, minus and the like are no part of what could
 * be typed next.
 *
 * @param text as written
 * @param whole the words that are finished
 * @param last the beginning of the word that is not; empty where space follows the last word
 */
public record TypedText(WrittenText text, List<String> whole, String last) {
  /** Who pastes a whole article wants no suggestion of how it goes on. */
  private static final int MAX_WORDS = 12;

  public TypedText {
    whole = List.copyOf(whole);
  }

  /** What was typed; whitespace at the end says that the last word is finished. */
  public static TypedText of(String text) {
    boolean finished =
        !text.isEmpty() && Character.isWhitespace(text.codePointBefore(text.length()));
    return of(WrittenText.of(text), finished);
  }

  private static TypedText of(WrittenText text, boolean finished) {
    List<String> words = text.words();
    return finished || words.isEmpty()
        ? new TypedText(text, words, "")
        : new TypedText(text, words.subList(0, words.size() - 1), words.getLast());
  }

  /** The same with other words, finished or not as before. */
  public TypedText corrected(String other) {
    return of(WrittenText.of(other), isFinished());
  }

  public boolean isFinished() {
    return last.isEmpty();
  }

  /** Whether there is nothing that could be completed. */
  public boolean isEmpty() {
    return text.size() == 0 || text.size() > MAX_WORDS;
  }

  /** The words as a query. */
  public TextQuery query() {
    Stream<Term> terms = whole.stream().map(word -> new Word(Optional.empty(), word));
    Stream<Term> unfinished =
        isFinished() ? Stream.empty() : Stream.of(new Unfinished(Optional.empty(), last));
    return new TextQuery(
        Stream.concat(terms, unfinished).map(term -> new Group(List.of(term))).toList(), List.of());
  }

  /** The finished words as a query. */
  public TextQuery wholeQuery() {
    return new TypedText(text, whole, "").query();
  }

  /** Whether a word is what the last one may become. */
  public boolean completes(String word) {
    return !isFinished() && word.startsWith(last);
  }

  /** Whether all that was typed is among some words. */
  public boolean isWithin(List<String> words) {
    return words.containsAll(whole)
        && (isFinished() || words.stream().anyMatch(word -> word.startsWith(last)));
  }

  /** What was typed of the finished words, as written. */
  public String writtenWhole() {
    return whole.isEmpty() ? "" : WrittenText.alone(text.written(0, whole.size() - 1));
  }
}
