package dev.broadsheet.ranking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
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
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Lucene does when it is left to itself: title and excerpt in one field, its English analyzer,
 * BM25 with its usual k1 and b, any of the words.
 */
public final class PlainBm25 implements AutoCloseable {
  private static final String TEXT = "text";
  private static final String URL = "url";

  private final Analyzer analyzer = new EnglishAnalyzer();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  public PlainBm25(JudgedCollection collection) throws IOException {
    var directory = new ByteBuffersDirectory();
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (String line : Files.readAllLines(collection.corpus().resolve(Path.of("corpus.jsonl")))) {
        JsonNode article = JsonMapper.shared().readTree(line);
        var document = new Document();
        String text =
            article.path("title").asString("") + " " + article.path("excerpt").asString("");
        document.add(new TextField(TEXT, text, Field.Store.NO));
        document.add(new StoredField(URL, article.get("sourceUrl").asString()));
        writer.addDocument(document);
      }
    }
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new BM25Similarity());
  }

  /** The best hundred URLs. */
  public List<String> search(String text) {
    try {
      var query = new BooleanQuery.Builder();
      for (String word : words(text)) {
        query.add(new TermQuery(new Term(TEXT, word)), Occur.SHOULD);
      }
      List<String> urls = new ArrayList<>();
      for (ScoreDoc hit : searcher.search(query.build(), 100).scoreDocs) {
        urls.add(searcher.storedFields().document(hit.doc).get(URL));
      }
      return urls;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> words(String text) throws IOException {
    List<String> words = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream(TEXT, text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        words.add(term.toString());
      }
      tokens.end();
    }
    return words;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
