package dev.broadsheet.lucene;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Filter;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.SortOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;

/** One search, on one snapshot. */
final class Search {
  /** Hits are counted to here and then, where no facet needs them all, skipped if they can be. */
  private static final int COUNTED_HITS = 1000;

  private final Snapshot snapshot;
  private final SearchRequest request;
  private final boolean onlyPublished;
  private final Query text;

  /**
   * A search.
   *
   * @param onlyPublished whether what is not published is hidden, whatever the request says
   */
  Search(Snapshot snapshot, SearchRequest request, boolean onlyPublished) {
    this.snapshot = snapshot;
    this.request = request;
    this.onlyPublished = onlyPublished;
    this.text = QueryTranslator.text(request.query());
  }

  SearchResult run() throws IOException {
    boolean counted = !request.facets().fields().isEmpty();
    TopFieldDocs top = top(counted ? 1 : COUNTED_HITS);
    List<Hit> hits = hits(top);
    if (!counted) {
      boolean exact = top.totalHits.relation() == TotalHits.Relation.EQUAL_TO;
      return new SearchResult(top.totalHits.value(), exact, hits, List.of());
    }
    FacetCounter counter = counter();
    return new SearchResult(counter.total(), true, hits, counter.facets());
  }

  private TopFieldDocs top(int counted) throws IOException {
    Query query = restricted(request.filters());
    int wanted = request.page().end();
    if (wanted == 0) {
      int total = request.facets().fields().isEmpty() ? snapshot.searcher().count(query) : 0;
      return new TopFieldDocs(
          new TotalHits(total, TotalHits.Relation.EQUAL_TO), new ScoreDoc[0], new SortField[0]);
    }
    int possible = Math.max(1, Math.min(wanted, snapshot.reader().maxDoc()));
    return snapshot
        .searcher()
        .search(query, new TopFieldCollectorManager(sort(request.sort()), possible, counted));
  }

  private static Sort sort(SortOrder order) {
    return switch (order) {
      case RELEVANCE -> new Sort(SortField.FIELD_SCORE, Schema.byDate(true), Schema.byId());
      case NEWEST -> Schema.NEWEST_FIRST;
      case OLDEST -> new Sort(Schema.byDate(false), Schema.byId());
      case QUALITY -> new Sort(Schema.byNumber(Schema.QUALITY), Schema.byDate(true), Schema.byId());
      case HEAT -> new Sort(Schema.byNumber(Schema.HEAT), Schema.byDate(true), Schema.byId());
    };
  }

  /** Counts with the filters on the counted fields taken out of the query, to be looked up. */
  private FacetCounter counter() throws IOException {
    Map<Boolean, List<Filter>> byUse =
        request.filters().stream()
            .collect(
                Collectors.partitioningBy(filter ->
                    FacetCounter.field(filter)
                        .filter(request.facets().fields()::contains)
                        .isPresent()));
    var counter =
        new FacetCounter(
            snapshot, request.facets(), byUse.getOrDefault(true, List.of()), request.zone());
    counter.count(restricted(byUse.getOrDefault(false, List.of())));
    return counter;
  }

  private Query restricted(List<Filter> filters) {
    Stream<Query> hiding =
        onlyPublished
            ? Stream.of(
                QueryTranslator.filter(
                    new Filter.Values(FacetField.PUBLISHED, List.of("true"), List.of())))
            : Stream.empty();
    return QueryTranslator.restricted(
        text, Stream.concat(filters.stream().map(QueryTranslator::filter), hiding));
  }

  private List<Hit> hits(TopFieldDocs top) throws IOException {
    Optional<Highlighter> highlighter =
        request.highlight()
            ? Optional.of(new Highlighter(QueryTranslator.marking(request.query())))
            : Optional.empty();
    List<Hit> hits = new ArrayList<>();
    for (int i = request.page().start(); i < top.scoreDocs.length; i++) {
      hits.add(hit((FieldDoc) top.scoreDocs[i], highlighter));
    }
    return hits;
  }

  private Hit hit(FieldDoc found, Optional<Highlighter> highlighter) throws IOException {
    Article article = snapshot.article(found.doc);
    OptionalDouble score =
        request.sort() == SortOrder.RELEVANCE
            ? OptionalDouble.of(((Float) found.fields[0]).doubleValue())
            : OptionalDouble.empty();
    Optional<Hit.Highlight> highlight =
        highlighter.isPresent()
            ? Optional.of(highlighter.get().highlight(article.text()))
            : Optional.empty();
    return new Hit(article, score, stories(article), highlight);
  }

  /** The stories by their titles of now; one that is removed or hidden is not named. */
  private List<Hit.Story> stories(Article article) throws IOException {
    List<Hit.Story> stories = new ArrayList<>();
    for (ArticleId id : article.stories()) {
      OptionalInt document = snapshot.document(id);
      if (document.isPresent() && isVisible(document.getAsInt())) {
        stories.add(new Hit.Story(id, snapshot.title(document.getAsInt())));
      }
    }
    return stories;
  }

  private boolean isVisible(int document) throws IOException {
    return !onlyPublished || snapshot.article(document).published();
  }
}
