package dev.broadsheet.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.search.TextQuery;
import dev.broadsheet.words.Analyzers;
import dev.broadsheet.words.Ranking;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that is made of runs, beside one whose documents were filled whole. */
final class RunPostingsTest {
  private static final long SEED = Long.getLong("test.seed", System.nanoTime());
  private static final int DOCUMENTS = 400;

  private static final List<String> WORDS =
      List.of(
          "run",
          "runs",
          "running",
          "Runner",
          "environ",
          "environment",
          "environmental",
          "policies",
          "policy",
          "e-mail",
          "email",
          "mail",
          "wi-fi",
          "C++",
          "C#",
          "@handle",
          "#tag",
          "A.I.",
          "U.S.",
          "O'Reilly",
          "covid19",
          "covid-19",
          "café",
          "東京",
          "한국",
          "𝒳yzzy",
          "x",
          "?!",
          "—",
          "a\u0000b",
          "\u0000",
          "\u0001c",
          "the",
          "of",
          "news");

  @TempDir private Path folder;

  private static IndexWriterConfig config() {
    return new IndexWriterConfig(Analyzers.INDEX)
        .setSimilarity(new QualitySimilarity())
        .setIndexSort(Schema.NEWEST_FIRST)
        .setMaxBufferedDocs(70);
  }

  private static void fill(TextFields fields, Random random, Document document) {
    fields.begin(1 + random.nextInt(5) / 10f);
    fields.add(text(random, 6), TextQuery.Field.TITLE);
    for (TextQuery.Field field : TextQuery.Field.values()) {
      for (int i = random.nextInt(4); i > 0; i--) {
        fields.add(text(random, 12), field);
      }
    }
    fields.addTo(document);
  }

  private static String text(Random random, int length) {
    return IntStream.range(0, random.nextInt(length))
        .mapToObj(i -> WORDS.get(random.nextInt(WORDS.size())))
        .collect(Collectors.joining(" "));
  }

  private static List<Document> emptyDocuments(Random random) {
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      var document = new Document();
      document.add(NumericDocValuesField.indexedField(Schema.DATE, random.nextInt(1000)));
      document.add(new NumericDocValuesField(Schema.ID_ORDER, i));
      documents.add(document);
    }
    return documents;
  }

  private void assertThatBothWaysAreTheSame(Ranking.Texts weights) throws IOException {
    try (Directory whole = new ByteBuffersDirectory();
        Directory ofRuns = new ByteBuffersDirectory()) {
      buildWhole(whole, weights);
      buildOfRuns(ofRuns, weights);
      try (DirectoryReader one = DirectoryReader.open(whole);
          DirectoryReader other = DirectoryReader.open(ofRuns);
          var check = new CheckIndex(ofRuns)) {
        assertThat(read(other)).as("seed " + SEED).isEqualTo(read(one));
        assertThat(check.checkIndex().clean).isTrue();
      }
    }
  }

  private static void buildWhole(Directory directory, Ranking.Texts weights) throws IOException {
    var random = new Random(SEED);
    var fields = new WholeTextFields(weights);
    try (var writer = new IndexWriter(directory, config())) {
      for (Document document : emptyDocuments(random)) {
        fill(fields, random, document);
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  private void buildOfRuns(Directory directory, Ranking.Texts weights) throws IOException {
    var random = new Random(SEED);
    var fields = new RunTextFields(weights);
    IndexWriterConfig fresh = config();
    fresh.setCodec(FreshCodec.of(fresh.getCodec(), (_, _) -> {}));
    try (var runs = new SortedRuns(folder, RunPostingsTest::config, weights);
        var writer = new IndexWriter(directory, fresh)) {
      for (Document document : emptyDocuments(random)) {
        fill(fields, random, document);
        runs.add(document, 0);
      }
      runs.mergeInto(writer);
      writer.commit();
    }
  }

  /** All terms of all fields with their postings, and all norms, a line each. */
  private static List<String> read(DirectoryReader index) throws IOException {
    List<String> lines = new ArrayList<>();
    LeafReader segment = index.leaves().getFirst().reader();
    for (FieldInfo field : segment.getFieldInfos()) {
      lines.add(field.name + " " + field.getIndexOptions());
      Terms terms = segment.terms(field.name);
      if (terms != null) {
        lines.add(field.name + " " + terms.size() + " terms in " + terms.getDocCount());
        addTerms(lines, field.name, terms);
      }
      if (field.hasNorms()) {
        addNorms(lines, field.name, segment.getNormValues(field.name));
      }
    }
    lines.sort(null);
    return lines;
  }

  private static void addTerms(List<String> lines, String field, Terms terms) throws IOException {
    TermsEnum it = terms.iterator();
    for (BytesRef term = it.next(); term != null; term = it.next()) {
      PostingsEnum postings = it.postings(null, PostingsEnum.ALL);
      while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        var line = new StringBuilder(field + ":" + term.utf8ToString() + " " + postings.docID());
        line.append(' ').append(postings.freq()).append(" times");
        for (int i = 0; i < postings.freq(); i++) {
          line.append(' ').append(postings.nextPosition());
        }
        lines.add(line.toString());
      }
    }
  }

  private static void addNorms(List<String> lines, String field, NumericDocValues norms)
      throws IOException {
    while (norms.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      lines.add(field + " norm of " + norms.docID() + ": " + norms.longValue());
    }
  }

  @Test
  void termsPostingsAndNormsAreTheSame() throws IOException {
    assertThatBothWaysAreTheSame(Ranking.Texts.DEFAULT);
  }

  @Test
  void whateverTextsCount_termsPostingsAndNormsAreTheSame() throws IOException {
    assertThatBothWaysAreTheSame(new Ranking.Texts(1, 0, 2, 3, 0.4));
  }

  @Test
  void withTitlesAlone_termsPostingsAndNormsAreTheSame() throws IOException {
    assertThatBothWaysAreTheSame(new Ranking.Texts(2, 0, 0, 0, 0));
  }
}
