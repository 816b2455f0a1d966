package dev.broadsheet.lucene;

import dev.broadsheet.search.TextQuery;
import dev.broadsheet.words.Ranking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.FilterCodecReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.jspecify.annotations.Nullable;

/**
 * Reads a run, whose documents {@link RunTextFields} filled, as if {@link WholeTextFields} had: to
 * put every word into each table of terms that it belongs to, once a document, is most of what it
 * takes to build an index, and here it is done once a word. Only for a merge, which reads all terms
 * in their order.
 */
final class RunPostings extends FieldsProducer {
  private final FieldsProducer run;
  private final int documents;

  /** The fields that hold texts of one kind, of those that the run has. */
  private final List<RunField> fields = new ArrayList<>();

  /** Those of them that are in {@link Schema#TEXT}. */
  private final List<RunField> combined;

  private @Nullable RunWords words;

  private RunPostings(FieldsProducer run, Ranking.Texts weights, int documents) throws IOException {
    this.run = run;
    this.documents = documents;
    for (TextQuery.Field field : TextQuery.Field.values()) {
      String name = Schema.limited(field);
      Terms terms = run.terms(name);
      if (terms != null) {
        fields.add(new RunField(name, fields.size(), weights.times(field), terms));
      }
    }
    this.combined = fields.stream().filter(it -> it.times() > 0).toList();
  }

  /** A segment of a run, to be merged. */
  static CodecReader read(CodecReader segment, Ranking.Texts weights) throws IOException {
    FieldsProducer postings =
        new RunPostings(segment.getPostingsReader(), weights, segment.maxDoc());
    return new FilterCodecReader(segment) {
      @Override
      public FieldsProducer getPostingsReader() {
        return postings;
      }

      @Override
      public @Nullable CacheHelper getCoreCacheHelper() {
        return null;
      }

      @Override
      public @Nullable CacheHelper getReaderCacheHelper() {
        return null;
      }
    };
  }

  @Override
  public @Nullable Terms terms(String name) throws IOException {
    Terms terms = run.terms(name);
    if (terms == null) {
      return null;
    }
    return switch (name) {
      case Schema.TEXT ->
          made(terms, () -> new RunTerms(combined, words(), new TextPlaces(combined, documents)));
      case Schema.BEGINNING -> made(terms, () -> new RunBeginnings(combined, words(), documents));
      case Schema.WORD -> made(terms, () -> new RunTerms(fields, null, null));
      default -> limited(name, terms);
    };
  }

  private Terms limited(String name, Terms terms) {
    List<RunField> field = fields.stream().filter(it -> it.name().equals(name)).toList();
    return field.isEmpty() ? terms : made(terms, () -> new RunTerms(field, words(), null));
  }

  private synchronized RunWords words() throws IOException {
    RunWords made = words;
    if (made == null) {
      made = new RunWords(fields);
      words = made;
    }
    return made;
  }

  private static Terms made(Terms like, Iteration iteration) {
    return new FilterLeafReader.FilterTerms(like) {
      @Override
      public TermsEnum iterator() throws IOException {
        return iteration.begin();
      }
    };
  }

  private interface Iteration {
    TermsEnum begin() throws IOException;
  }

  @Override
  public Iterator<String> iterator() {
    return run.iterator();
  }

  @Override
  public int size() {
    return run.size();
  }

  @Override
  public void checkIntegrity() throws IOException {
    run.checkIntegrity();
  }

  @Override
  public void close() {
    // The run is closed by who opened it.
  }
}
