package dev.broadsheet.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * Where the texts of a run's documents are in {@link Schema#TEXT}: one kind after another, each as
 * often as it counts.
 */
final class TextPlaces {
  private final List<RunField> fields;

  /** How many positions the texts of a field take, by its number and by document. */
  private final int[][] lengths;

  /**
   * Reads where the texts end.
   *
   * @param fields those that are in the text, in their order
   */
  TextPlaces(List<RunField> fields, int documents) throws IOException {
    this.fields = fields;
    this.lengths = new int[1 + fields.stream().mapToInt(RunField::number).max().orElse(-1)][];
    for (RunField field : fields) {
      lengths[field.number()] = lengths(field.terms(), documents);
    }
  }

  private static int[] lengths(Terms field, int documents) throws IOException {
    int[] lengths = new int[documents];
    TermsEnum terms = field.iterator();
    if (terms.seekExact(RunTokens.END)) {
      PostingsEnum ends = terms.postings(null, PostingsEnum.POSITIONS);
      while (ends.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        lengths[ends.docID()] = ends.nextPosition();
      }
    }
    return lengths;
  }

  /** How many positions the texts of a field take, each time. */
  int length(RunField field, int document) {
    return lengths[field.number()][document];
  }

  /** Where the texts of a field begin. */
  int start(RunField field, int document) {
    int start = 0;
    for (RunField before : fields) {
      if (before.number() >= field.number()) {
        break;
      }
      start += before.times() * length(before, document);
    }
    return start;
  }
}
