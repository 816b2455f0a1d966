package dev.broadsheet.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CandidatesQueryTest {
  private static final int DOCUMENTS = 3 * CandidatesQuery.FEW;

  /** Every second document has the first of these, every third the second, and so on. */
  private static final List<String> WORDS = List.of("a", "b", "c", "d", "e", "f");

  private final Directory directory = new ByteBuffersDirectory();
  private DirectoryReader reader;

  @BeforeEach
  void index() throws IOException {
    long seed = Long.getLong("test.seed", System.nanoTime());
    System.out.println("CandidatesQueryTest: -Dtest.seed=" + seed);
    var random = new Random(seed);
    try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int i = 0; i < DOCUMENTS; i++) {
        var document = new Document();
        for (int word = 0; word < WORDS.size(); word++) {
          if (random.nextInt(word + 2) == 0) {
            document.add(new StringField("text", WORDS.get(word), Store.NO));
          }
        }
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    reader = DirectoryReader.open(directory);
  }

  @AfterEach
  void close() throws IOException {
    reader.close();
    directory.close();
  }

  @Test
  void few_areScoredAsByABooleanQuery() throws IOException {
    CoverageQuery few = coveringAtLeast(4);

    assertThat(count(few)).isPositive().isLessThanOrEqualTo(CandidatesQuery.FEW);
    assertThatScoresAreThoseOfABooleanQuery(few);
  }

  @Test
  void many_areScoredAsByABooleanQuery() throws IOException {
    CoverageQuery many = coveringAtLeast(1);

    assertThat(count(many)).isGreaterThan(CandidatesQuery.FEW);
    assertThatScoresAreThoseOfABooleanQuery(many);
  }

  @Test
  void whatCoversEnough_isWhatHasSoManyOfTheWords() throws IOException {
    for (int least = 1; least <= WORDS.size(); least++) {
      var words = new BooleanQuery.Builder().setMinimumNumberShouldMatch(least);
      WORDS.forEach(word -> words.add(constant(word, 1), Occur.SHOULD));
      assertThat(found(coveringAtLeast(least)))
          .as("%s words", least)
          .isEqualTo(found(words.build()));
    }
  }

  @Test
  void whatCoversEnoughWithoutAnother_isTheRest() throws IOException {
    Query other =
        new BooleanQuery.Builder()
            .add(constant("a", 1), Occur.FILTER)
            .add(constant("b", 1), Occur.FILTER)
            .build();
    for (int least = 1; least <= WORDS.size(); least++) {
      CoverageQuery whole = coveringAtLeast(least);
      Query rest =
          new BooleanQuery.Builder().add(whole, Occur.FILTER).add(other, Occur.MUST_NOT).build();
      assertThat(found(whole.without(other))).as("%s words", least).isEqualTo(found(rest));
      assertThat(found(whole))
          .as("%s words, again", least)
          .isEqualTo(found(coveringAtLeast(least)));
    }
  }

  private List<Integer> found(Query query) throws IOException {
    return Stream.of(best(query)).map(hit -> hit.doc).sorted().toList();
  }

  @Test
  void filter_leavesTheScoresAsTheyAre() throws IOException {
    CandidatesQuery candidates = scored(coveringAtLeast(4));
    Query among =
        new BooleanQuery.Builder()
            .add(candidates, Occur.MUST)
            .add(new TermQuery(new Term("text", "f")), Occur.FILTER)
            .build();

    ScoreDoc[] filtered = best(among);

    assertThat(filtered).isNotEmpty();
    ScoreDoc[] all = best(candidates);
    assertThat(filtered.length).isLessThan(all.length);
    for (ScoreDoc hit : filtered) {
      assertThat(all).anyMatch(other -> other.doc == hit.doc && other.score == hit.score);
    }
  }

  private void assertThatScoresAreThoseOfABooleanQuery(CoverageQuery candidates)
      throws IOException {
    var plain = new BooleanQuery.Builder().add(candidates, Occur.FILTER);
    scores().forEach(query -> plain.add(query, Occur.SHOULD));

    ScoreDoc[] expected = best(plain.build());
    ScoreDoc[] actual = best(scored(candidates));

    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      assertThat(actual[i].doc).isEqualTo(expected[i].doc);
      assertThat(actual[i].score).isCloseTo(expected[i].score, Offset.offset(1e-5f));
    }
  }

  @Test
  void whatWasScoredBefore_isScoredTheSameWithWhatCountsBesides() throws IOException {
    CoverageQuery few = coveringAtLeast(3);
    CoverageQuery rest = few.without(new TermQuery(new Term("text", "f")));
    var typed = new TypedScores(few, scores().subList(0, 4), true);
    List<Query> besides = scores().subList(4, WORDS.size());
    var searcher = new IndexSearcher(reader);
    ScoreDoc[] before = searcher.search(new CandidatesQuery(few, typed, List.of()), 5).scoreDocs;

    ScoreDoc[] after =
        searcher.search(new CandidatesQuery(rest, typed, besides), DOCUMENTS).scoreDocs;

    assertThat(before).hasSize(5);
    ScoreDoc[] anew =
        searcher.search(
                new CandidatesQuery(
                    rest, new TypedScores(rest, scores().subList(0, 4), false), besides),
                DOCUMENTS)
            .scoreDocs;
    assertThat(anew).isNotEmpty().hasSizeLessThan(count(few));
    assertThat(Stream.of(after).map(Object::toString))
        .containsExactlyElementsOf(Stream.of(anew).map(Object::toString).toList());
  }

  private static CandidatesQuery scored(CoverageQuery candidates) {
    List<Query> scores = scores();
    return new CandidatesQuery(
        candidates, new TypedScores(candidates, scores.subList(0, 4), false), scores.subList(4, 6));
  }

  /** Each word counts a little more than the one before, so that no two sums are alike. */
  private static List<Query> scores() {
    return WORDS.stream()
        .<Query>map(word -> constant(word, 1 + WORDS.indexOf(word) / 16f))
        .toList();
  }

  private static CoverageQuery coveringAtLeast(float least) {
    var coverage = new BooleanQuery.Builder();
    WORDS.forEach(word -> coverage.add(constant(word, 1), Occur.SHOULD));
    return new CoverageQuery(coverage.build(), least);
  }

  private static Query constant(String word, float score) {
    return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term("text", word))), score);
  }

  private int count(Query query) throws IOException {
    return new IndexSearcher(reader).count(query);
  }

  private ScoreDoc[] best(Query query) throws IOException {
    return new IndexSearcher(reader).search(query, DOCUMENTS).scoreDocs;
  }
}
