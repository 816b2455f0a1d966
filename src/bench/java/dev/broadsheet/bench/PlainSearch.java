package dev.broadsheet.bench;

import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Filter;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SortOrder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.FSDirectory;

/**
 * The yardstick: answers requests with Lucene's own parts over a {@link PlainSchema} index of one
 * segment. Hits come with skipping; facets, if asked for, from a pass without scores, and another
 * one where a facet's own filter is not to shrink its counts; stored JSON and marks for the hits
 * alone. Safe for use by many threads.
 */
final class PlainSearch implements AutoCloseable {
  private static final int EXACT_TO = 1_000;

  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final Map<FacetField, PlainFacets> facets = new EnumMap<>(FacetField.class);

  PlainSearch(Path index) throws IOException {
    reader = DirectoryReader.open(FSDirectory.open(index));
    searcher = new IndexSearcher(reader);
    searcher.setSimilarity(PlainSchema.similarity());
    for (FacetField field : List.of(FacetField.TOPIC, FacetField.PROVIDER)) {
      facets.put(field, new PlainFacets(segment(), PlainSchema.facet(field.label())));
    }
  }

  private LeafReader segment() {
    return reader.leaves().getFirst().reader();
  }

  /** The answer's JSON. */
  byte[] answer(SearchRequest request) throws IOException {
    Query query = PlainQueries.of(request.query(), request.filters());
    int size = request.page().end();
    TopDocs top =
        request.sort() == SortOrder.NEWEST
            ? searcher.search(
                query, new TopFieldCollectorManager(PlainSchema.NEWEST_FIRST, size, EXACT_TO))
            : searcher.search(query, new TopScoreDocCollectorManager(size, EXACT_TO));
    var json = new ByteArrayOutputStream(1 << 14);
    write(json, "{\"hits\":[");
    writeHits(json, top, new PlainMarker(request.query()));
    write(json, "]");
    long total = writeFacets(json, request, query).orElse(top.totalHits.value());
    write(json, ",\"total\":" + total + "}");
    return json.toByteArray();
  }

  private void writeHits(ByteArrayOutputStream json, TopDocs top, PlainMarker marker)
      throws IOException {
    String between = "";
    for (ScoreDoc hit : top.scoreDocs) {
      BinaryDocValues stored = segment().getBinaryDocValues(PlainSchema.STORED);
      if (!stored.advanceExact(hit.doc)) {
        throw new IllegalStateException("nothing is stored for " + hit.doc);
      }
      var item = new StoredJson(stored.binaryValue());
      write(json, between);
      // All but the closing brace, so that the marks can follow.
      json.write(item.bytes().bytes, item.jsonOffset(), item.jsonLength() - 1);
      if (!marker.isIdle()) {
        var marks = new StringBuilder(512).append(",\"highlights\":{\"title\":\"");
        marker.mark(item.title(), marks);
        marker.mark(item.excerpt(), marks.append("\",\"excerpt\":\""));
        write(json, marks.append("\"}").toString());
      }
      write(json, "}");
      between = ",";
    }
  }

  /** The exact total, where there is something to count. */
  private OptionalLong writeFacets(ByteArrayOutputStream json, SearchRequest request, Query query)
      throws IOException {
    Map<FacetField, PlainFacets.Tally> tallies = new EnumMap<>(FacetField.class);
    request.facets().fields().forEach(field -> tallies.put(field, facets(field).tally()));
    if (tallies.isEmpty()) {
      return OptionalLong.empty();
    }
    List<FacetField> narrowed = tallies.keySet().stream().filter(of -> filters(of, request)).toList();
    for (FacetField field : narrowed) {
      List<Filter> others =
          request.filters().stream().filter(filter -> !isOf(filter, field)).toList();
      Query wider = PlainQueries.of(request.query(), others);
      PlainFacets.count(searcher, wider, List.of(Objects.requireNonNull(tallies.get(field))));
    }
    List<PlainFacets.Tally> others =
        tallies.entrySet().stream()
            .filter(entry -> !narrowed.contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    int total = PlainFacets.count(searcher, query, others);
    tallies.forEach((field, tally) -> write(
        json, ",\"" + field.label() + "\":" + values(tally.top(request.facets().size()))));
    return OptionalLong.of(total);
  }

  private PlainFacets facets(FacetField field) {
    return Objects.requireNonNull(facets.get(field), field.label());
  }

  private static boolean filters(FacetField field, SearchRequest request) {
    return request.filters().stream().anyMatch(filter -> isOf(filter, field));
  }

  private static boolean isOf(Filter filter, FacetField field) {
    return filter instanceof Filter.Values values && values.field() == field;
  }

  private static String values(List<PlainFacets.Count> counts) {
    var json = new StringBuilder("[");
    for (PlainFacets.Count count : counts) {
      json.append(json.length() > 1 ? "," : "")
          .append("{\"value\":\"")
          .append(count.value())
          .append("\",\"count\":")
          .append(count.count())
          .append('}');
    }
    return json.append(']').toString();
  }

  private static void write(ByteArrayOutputStream json, String text) {
    json.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
