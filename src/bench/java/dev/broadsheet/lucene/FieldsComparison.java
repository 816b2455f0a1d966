package dev.broadsheet.lucene;

import dev.broadsheet.words.Analyzers;
import dev.broadsheet.words.StopWords;

import dev.broadsheet.ranking.JudgedCollection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ways to search title and excerpt together, alike in all else: Broadsheet's words and stems, no
 * stop words, any of the words, and nothing that counts besides.
 */
final class FieldsComparison implements AutoCloseable {
  private static final String ONE = "one field, title three times: Broadsheet's norm";
  private static final String ONE_BM25 = "one field, title three times: BM25";
  private static final String COMBINED = "CombinedFieldQuery, title^3: BM25";
  private static final String SUM = "separate fields, title^3: sum of BM25";
  private static final String BEST = "separate fields, title^3: dis-max 0.1 of BM25";
  static final List<String> NAMES = List.of(ONE, ONE_BM25, COMBINED, SUM, BEST);

  private static final int TITLE = 3;
  private static final Map<String, Float> FIELDS = Map.of("title", (float) TITLE, "excerpt", 1f);

  private final String way;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  FieldsComparison(JudgedCollection collection, String way) throws IOException {
    this.way = way;
    Similarity similarity = way.equals(ONE) ? new QualitySimilarity() : new BM25Similarity();
    var directory = new ByteBuffersDirectory();
    var config = new IndexWriterConfig(Analyzers.INDEX).setSimilarity(similarity);
    try (var writer = new IndexWriter(directory, config)) {
      for (String line : Files.readAllLines(collection.corpus().resolve("corpus.jsonl"))) {
        writer.addDocument(document(JsonMapper.shared().readTree(line)));
      }
    }
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    searcher.setSimilarity(similarity);
  }

  private static Document document(JsonNode article) {
    var document = new Document();
    for (String field : List.of("title", "excerpt")) {
      String text = article.path(field).asString("");
      document.add(new TextField(field, text, Field.Store.NO));
      for (int i = 0; i < (field.equals("title") ? TITLE : 1); i++) {
        document.add(new TextField(Schema.TEXT, text, Field.Store.NO));
      }
    }
    document.add(new StoredField("url", article.get("sourceUrl").asString()));
    return document;
  }

  List<String> search(String text) {
    List<String> words = Analyzers.words(text);
    List<String> stems = Analyzers.stems(text);
    var query = new BooleanQuery.Builder();
    for (int i = 0; i < words.size(); i++) {
      if (!StopWords.contains(words.get(i))) {
        query.add(word(stems.get(i)), Occur.SHOULD);
      }
    }
    try {
      List<String> urls = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(query.build(), 100).scoreDocs) {
        urls.add(searcher.storedFields().document(hit.doc).get("url"));
      }
      return urls;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Query word(String stem) {
    if (way.equals(ONE) || way.equals(ONE_BM25)) {
      return new TermQuery(new Term(Schema.TEXT, stem));
    }
    if (way.equals(COMBINED)) {
      var combined = new CombinedFieldQuery.Builder(stem);
      FIELDS.forEach(combined::addField);
      return combined.build();
    }
    List<Query> fields = new ArrayList<>();
    FIELDS.forEach((field, weight) ->
        fields.add(new BoostQuery(new TermQuery(new Term(field, stem)), weight)));
    if (way.equals(BEST)) {
      return new DisjunctionMaxQuery(fields, 0.1f);
    }
    var sum = new BooleanQuery.Builder();
    fields.forEach(field -> sum.add(field, Occur.SHOULD));
    return sum.build();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
