package dev.broadsheet.words;

import java.util.Locale;
import java.util.Set;

/**
 * English words that say little of what a text is about. They are in the index, so that a phrase of
 * them is found; a query that has other words does without them.
 *
 * <p>Left out of the list are those that are names in the news: {@code us}, {@code may}.
 */
public final class StopWords {
  private static final Set<String> WORDS =
      Set.of(
          """
          a about above after again against all am also an and another any are arent as at be
          because been before being below between both but by can cannot cant could couldnt did
          didnt do does doesnt doing done dont down during each eg either etc for from further had
          hadnt has hasnt have havent having he her here hers herself him himself his how however i
          ie if im in into is isnt it its itself ive just many me might more most much must my
          myself neither no nor not now of off on once one only or other ought our ours ourselves
          out over own per same shall she should shouldnt since so some such than that the their
          theirs them themselves then there therefore these they this those through to too toward
          towards under until up upon very was wasnt we were werent what when where whether which
          while who whom whose why will with within without wont would wouldnt yes yet you your
          yours yourself yourselves\
          """
              .split("\\s+"));

  private StopWords() {}

  /** Whether a word, in the form that it is indexed in, is one. */
  public static boolean contains(String word) {
    return WORDS.contains(word);
  }

  /** Whether a word is written as a name: {@code WHO}, {@code IT}. */
  public static boolean isCapitalName(String typed) {
    return typed.length() > 1
        && typed.chars().allMatch(Character::isLetter)
        && typed.equals(typed.toUpperCase(Locale.ROOT));
  }
}
