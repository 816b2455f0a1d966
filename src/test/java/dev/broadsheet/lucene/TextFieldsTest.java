package dev.broadsheet.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.broadsheet.search.TextQuery;
import dev.broadsheet.words.Analyzers;
import dev.broadsheet.words.Ranking;
import dev.broadsheet.words.Relevance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TextFieldsTest {
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final TextFields fields = new WholeTextFields(Ranking.Texts.DEFAULT);
  private IndexWriter writer;

  @BeforeEach
  void open() throws IOException {
    var config = new IndexWriterConfig(Analyzers.INDEX).setSimilarity(new QualitySimilarity());
    writer = new IndexWriter(directory, config);
  }

  @AfterEach
  void close() throws IOException {
    writer.close();
    directory.close();
  }

  /** Indexes what was added as one document. */
  private void index() throws IOException {
    var document = new Document();
    fields.addTo(document);
    writer.addDocument(document);
  }

  private <T> T read(Read<T> read) throws IOException {
    writer.commit();
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return read.from(reader.leaves().getFirst().reader());
    }
  }

  private interface Read<T> {
    T from(LeafReader leaf) throws IOException;
  }

  /** The terms of a field in one document, and how often it has them. */
  private Map<String, Integer> frequencies(String field, int document) throws IOException {
    return read(leaf -> {
      Map<String, Integer> frequencies = new TreeMap<>();
      TermsEnum terms = leaf.terms(field).iterator();
      for (BytesRef term = terms.next(); term != null; term = terms.next()) {
        PostingsEnum postings = terms.postings(null, PostingsEnum.FREQS);
        if (postings.advance(document) == document) {
          frequencies.put(term.utf8ToString(), postings.freq());
        }
      }
      return frequencies;
    });
  }

  private List<Integer> positions(String field, String term) throws IOException {
    return read(leaf -> {
      TermsEnum terms = leaf.terms(field).iterator();
      assertThat(terms.seekExact(new BytesRef(term))).isTrue();
      PostingsEnum postings = terms.postings(null, PostingsEnum.POSITIONS);
      List<Integer> positions = new ArrayList<>();
      while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        for (int i = 0; i < postings.freq(); i++) {
          positions.add(postings.nextPosition());
        }
      }
      return positions;
    });
  }

  private long norm(String field, int document) throws IOException {
    return read(leaf -> {
      var norms = leaf.getNormValues(field);
      assertThat(norms.advanceExact(document)).isTrue();
      return norms.longValue();
    });
  }

  @Test
  void aTextIsInTheFieldOfAllTexts_asOftenAsItCounts_andOnceInItsOwn() throws IOException {
    fields.begin(1);
    fields.add("two words", TextQuery.Field.TITLE);
    index();
    assertThat(frequencies(Schema.TEXT, 0))
        .containsExactly(Map.entry("two", 3), Map.entry("word", 3), Map.entry("words", 3));
    assertThat(frequencies("title", 0))
        .containsExactly(Map.entry("two", 1), Map.entry("word", 1), Map.entry("words", 1));
  }

  @Test
  void textsOfAFieldAreAHundredPositionsApart() throws IOException {
    fields.begin(1);
    fields.add("one two", TextQuery.Field.TITLE);
    fields.add("?!", TextQuery.Field.EXCERPT);
    fields.add("two", TextQuery.Field.TOPIC);
    index();
    assertThat(positions(Schema.TEXT, "two")).containsExactly(1, 103, 205, 306);
  }

  @Test
  void beginningsAreThoseOfAllWordsAndParts_withoutStems() throws IOException {
    fields.begin(1);
    fields.add("e-mail ponies", TextQuery.Field.TITLE);
    fields.add("𝒳yzzy", TextQuery.Field.EXCERPT);
    index();
    assertThat(frequencies(Schema.BEGINNING, 0))
        .containsAllEntriesOf(
            Map.of("e", 6, "em", 3, "ema", 3, "emai", 3, "m", 3, "mail", 3, "poni", 3))
        .containsEntry("𝒳yzz", 1)
        .doesNotContainKeys("email", "ponie", "𝒳yzzy");
  }

  @Test
  void wordsAreThoseThatAreTyped_withTheBodys() throws IOException {
    String text = "e-mail @handle C++ A.I. ponies 東京 O'Reilly covid19";
    fields.begin(1);
    fields.add(text, TextQuery.Field.TITLE);
    fields.add("body body", TextQuery.Field.BODY);
    index();
    List<String> expected = new ArrayList<>(Analyzers.words(text));
    expected.add("body");
    assertThat(frequencies(Schema.WORD, 0)).containsOnlyKeys(expected);
    assertThat(frequencies(Schema.TEXT, 0)).doesNotContainKey("body");
  }

  @Test
  void beginningsCountForAsMuchAsTheWordsThatTheyAreOf() throws IOException {
    fields.begin(1.25f);
    fields.add("a headline of e-mail", TextQuery.Field.TITLE);
    fields.add("an excerpt", TextQuery.Field.EXCERPT);
    index();
    assertThat(norm(Schema.BEGINNING, 0)).isEqualTo(norm(Schema.TEXT, 0));
    assertThat(QualitySimilarity.factor(norm(Schema.BEGINNING, 0)))
        .isCloseTo(
            (float) (1.25f * StrictMath.pow(17, -Relevance.LENGTH_EXPONENT)),
            withinPercentage(0.0062));
  }

  @Test
  void nothingOfADocumentIsLeftInTheNext() throws IOException {
    String many = "longer text of many different words ".repeat(200);
    fields.begin(1.5f);
    fields.add(many + many.replace('e', 'x'), TextQuery.Field.TITLE);
    index();
    fields.begin(1);
    fields.add("short", TextQuery.Field.EXCERPT);
    index();
    assertThat(frequencies(Schema.BEGINNING, 1))
        .containsExactly(
            Map.entry("s", 1), Map.entry("sh", 1), Map.entry("sho", 1), Map.entry("shor", 1));
    assertThat(frequencies(Schema.WORD, 1)).containsExactly(Map.entry("short", 1));
    assertThat(frequencies("title", 1)).isEmpty();
    assertThat(QualitySimilarity.factor(norm(Schema.BEGINNING, 1))).isEqualTo(1);
  }
}
