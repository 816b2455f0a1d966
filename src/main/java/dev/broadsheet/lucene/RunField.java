package dev.broadsheet.lucene;

import org.apache.lucene.index.Terms;

/**
 * A field of a run that holds texts of one kind.
 *
 * @param number its place in the order in which the texts are in {@link Schema#TEXT}
 * @param times how often they are there
 * @param terms its words, as {@link RunTokens} has them
 */
record RunField(String name, int number, int times, Terms terms) {
  /** A bit of its own. */
  int bit() {
    return 1 << number;
  }
}
