package dev.broadsheet.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.indexing.Workers;
import dev.broadsheet.search.TextQuery;
import dev.broadsheet.words.Ranking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SortedRunsTest {
  private static final int DOCUMENTS = 6000;
  private static final Ranking.Texts WEIGHTS = Ranking.Texts.DEFAULT;

  private final List<String> progress = new CopyOnWriteArrayList<>();

  @TempDir private Path folder;

  private static IndexWriterConfig config() {
    return new IndexWriterConfig()
        .setSimilarity(new QualitySimilarity())
        .setIndexSort(Schema.NEWEST_FIRST);
  }

  /** Adds a document a number, half of the numbers in each of two threads, and merges them. */
  private void build(FSDirectory directory) throws IOException {
    var mapper = ThreadLocal.withInitial(() -> new RunTextFields(WEIGHTS));
    IndexWriterConfig fresh = config();
    fresh.setCodec(FreshCodec.of(fresh.getCodec(), (done, all) -> progress.add(done + "/" + all)));
    try (var runs = new SortedRuns(folder.resolve("runs"), SortedRunsTest::config, WEIGHTS);
        var workers = new Workers(2);
        var writer = new IndexWriter(directory, fresh)) {
      workers.map(
          List.of(0, 1),
          half -> {
            IntStream.range(0, DOCUMENTS)
                .filter(number -> number % 2 == half)
                .forEach(number -> add(runs, mapper.get(), number));
            return half;
          });
      runs.mergeInto(writer);
      writer.commit();
    }
  }

  private static void add(SortedRuns runs, TextFields fields, int number) {
    // Falls, and begins anew at each 200th.
    int date = number / 200 * 200 + 200 - number % 200;
    var document = new Document();
    document.add(NumericDocValuesField.indexedField(Schema.DATE, date));
    document.add(new NumericDocValuesField(Schema.ID_ORDER, number));
    fields.begin(1);
    fields.add("number n" + number + " of many", TextQuery.Field.TITLE);
    fields.add("text", TextQuery.Field.BODY);
    fields.addTo(document);
    try {
      runs.add(document, date);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FSDirectory open() throws IOException {
    return FSDirectory.open(folder.resolve("index"));
  }

  @Test
  void allDocumentsComeIntoOneSegment_newestFirst() throws IOException {
    try (FSDirectory directory = open()) {
      build(directory);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThat(reader.leaves()).hasSize(1);
        assertThat(reader.numDocs()).isEqualTo(DOCUMENTS);
        assertThat(dates(reader.leaves().getFirst().reader()))
            .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(reader.docFreq(new Term(Schema.TEXT, "number"))).isEqualTo(DOCUMENTS);
        assertThat(reader.totalTermFreq(new Term(Schema.TEXT, "n1234"))).isEqualTo(3);
        assertThat(reader.docFreq(new Term(Schema.BODY, "text"))).isEqualTo(DOCUMENTS);
        assertThat(reader.docFreq(new Term("title", "n7"))).isEqualTo(1);
      }
    }
  }

  private static List<Long> dates(LeafReader leaf) throws IOException {
    var values = leaf.getNumericDocValues(Schema.DATE);
    List<Long> dates = new ArrayList<>();
    while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      dates.add(values.longValue());
    }
    return dates;
  }

  @Test
  void theMergeTellsHowFarItIs_byGroupsOfFields() throws IOException {
    try (FSDirectory directory = open()) {
      build(directory);
      assertThat(progress).containsExactlyInAnyOrder("1/6", "2/6", "3/6", "4/6", "5/6", "6/6");
    }
  }

  @Test
  void lucenesOwnCheckFindsNothingWrong() throws IOException {
    try (FSDirectory directory = open()) {
      build(directory);
      try (CheckIndex check = new CheckIndex(directory)) {
        assertThat(check.checkIndex().clean).isTrue();
      }
    }
  }

  @Test
  void nothingAdded_isAnEmptyIndex() throws IOException {
    try (FSDirectory directory = open();
        var runs = new SortedRuns(folder.resolve("runs"), SortedRunsTest::config, WEIGHTS);
        var writer = new IndexWriter(directory, config())) {
      runs.mergeInto(writer);
      writer.commit();
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThat(reader.numDocs()).isZero();
      }
    }
  }
}
