package dev.broadsheet.words;

import java.io.IOException;
import java.util.List;

/** The words of an index as written, looked up by how they begin or are spelt. */
public interface WordList {
  /** How many items hold a word, hidden ones included. */
  int items(String word) throws IOException;

  /** The most frequent words with a beginning, most frequent first. */
  List<KnownWord> begunBy(String beginning, int size) throws IOException;

  /**
   * The words that so many edits make of a word; that two letters change places is one edit.
   *
   * @param edits one or two
   * @param same how many code points at the beginning stay as they are
   */
  List<KnownWord> near(String word, int edits, int same) throws IOException;

  /** The words that begin with what so many edits make of a beginning. */
  List<KnownWord> nearlyBegunBy(String beginning, int edits, int same) throws IOException;
}
