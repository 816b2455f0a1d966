package dev.broadsheet.words;

/** One thing that a query looks for in a field, and that can be marked in a text. */
public sealed interface Wanted permits WantedWord, WantedBeginning, WantedPattern, WantedPhrase {
  /** The field of the index. */
  String field();

  /** Which of the query's words it is a form of. */
  int word();
}
