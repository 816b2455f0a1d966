package dev.broadsheet.words;

import java.util.List;
import java.util.Set;

/**
 * Words that stand in nearly every sentence: to mark them would show nothing, where something else
 * is looked for as well. They are fewer than the {@link StopWords}: a word here is one that nobody
 * looks for when it stands beside another, and {@code who} and {@code it} may be names.
 */
public final class CommonWords {
  private static final Set<String> WORDS =
      Set.of(
          "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "from", "has", "have",
          "he", "her", "his", "how", "if", "in", "into", "is", "its", "of", "on", "or", "our",
          "she", "that", "the", "their", "they", "this", "to", "was", "we", "were", "what", "when",
          "with", "you", "your");

  private CommonWords() {}

  /**
   * What is worth marking of all that is looked for: the common words too, if there is no other.
   */
  public static List<Wanted> worthMarking(List<Wanted> wanted) {
    List<Wanted> uncommon = wanted.stream().filter(it -> !isCommon(it)).toList();
    return uncommon.isEmpty() ? wanted : uncommon;
  }

  private static boolean isCommon(Wanted wanted) {
    return switch (wanted) {
      case WantedWord word -> WORDS.contains(word.term());
      // One Latin letter begins about as many words as there are of the common ones.
      case WantedBeginning beginning ->
          beginning.letters().length() == 1 && beginning.letters().charAt(0) < 0x80;
      case WantedPattern _, WantedPhrase _ -> false;
    };
  }
}
