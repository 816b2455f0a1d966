package dev.broadsheet.lucene;

import java.io.IOException;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Matches what has a word that begins so, while there is time: all documents of all such words are
 * gathered before the first match is known, and for a letter or two these can be very many.
 */
final class BegunQuery extends PrefixQuery {
  /**
   * A query.
   *
   * @param beginning of the words
   */
  BegunQuery(Term beginning) {
    super(beginning);
  }

  @Override
  protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
    TermsEnum begun = super.getTermsEnum(terms, attributes);
    Deadline deadline = Deadline.current();
    return deadline == null ? begun : new TimedTerms(begun, deadline);
  }

  private static final class TimedTerms extends FilterLeafReader.FilterTermsEnum {
    private final Deadline deadline;

    TimedTerms(TermsEnum terms, Deadline deadline) {
      super(terms);
      this.deadline = deadline;
    }

    @Override
    public @Nullable BytesRef next() throws IOException {
      deadline.look();
      return in.next();
    }
  }
}
