package dev.broadsheet.lucene;

import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.SortOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
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
  private final Restriction restriction;
  private final TextPlan plan;

  private Search(Snapshot snapshot, SearchRequest request, Restriction restriction, TextPlan plan) {
    this.snapshot = snapshot;
    this.request = request;
    this.restriction = restriction;
    this.plan = plan;
  }

  /** A search, with the words of the request planned. */
  static Search of(
      Snapshot snapshot, SearchRequest request, LuceneSettings settings, Synonyms synonyms)
      throws IOException {
    var planner = new TextPlanner(snapshot, snapshot.searcher(), settings, synonyms);
    return new Search(
        snapshot,
        request,
        new Restriction(settings.onlyPublished()),
        planner.plan(request.query()));
  }

  SearchResult run(String version) throws IOException {
    boolean counted = !request.facets().fields().isEmpty();
    Found found = find(counted);
    List<Hit> hits = hits(found.documents());
    if (!counted) {
      return new SearchResult(
          found.total(),
          found.totalIsExact(),
          hits,
          List.of(),
          plan.wording(),
          Optional.empty(),
          version);
    }
    FacetCounter counter = counter();
    return new SearchResult(
        counter.total(), true, hits, counter.facets(), plan.wording(), Optional.empty(), version);
  }

  private record Found(List<FieldDoc> documents, long total, boolean totalIsExact) {}

  /** The best documents up to the end of the page, tier by tier. */
  private Found find(boolean counted) throws IOException {
    List<FieldDoc> documents = new ArrayList<>();
    long total = 0;
    boolean exact = true;
    for (int tier = 0; tier < plan.tiers().size(); tier++) {
      Query query = restriction.of(alone(tier), request.filters());
      int wanted = request.page().end() - documents.size();
      if (wanted > 0) {
        TopFieldDocs top = top(query, wanted, counted ? 1 : COUNTED_HITS);
        for (var document : top.scoreDocs) {
          documents.add((FieldDoc) document);
        }
        total += top.totalHits.value();
        exact &= top.totalHits.relation() == TotalHits.Relation.EQUAL_TO;
      } else if (!counted) {
        total += snapshot.searcher().count(query);
      }
    }
    return new Found(documents, total, exact);
  }

  /** What a tier matches and none before it does. */
  private Query alone(int tier) {
    Query query = plan.tiers().get(tier);
    return tier == 0
        ? query
        : new BooleanQuery.Builder()
            .add(query, Occur.MUST)
            .add(plan.tiers().get(tier - 1), Occur.MUST_NOT)
            .build();
  }

  private TopFieldDocs top(Query query, int wanted, int counted) throws IOException {
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

  private FacetCounter counter() throws IOException {
    var tally = new ItemTally(request.facets().fields(), snapshot.facets(), request.zone());
    var counter =
        new FacetCounter(snapshot, restriction, request.facets(), request.filters(), tally);
    counter.count(plan.widest());
    return counter;
  }

  private List<Hit> hits(List<FieldDoc> documents) throws IOException {
    var reader = new HitReader(snapshot, restriction);
    Optional<Highlighter> highlighter =
        request.options().highlight()
            ? Optional.of(new Highlighter(plan.marking()))
            : Optional.empty();
    List<Hit> hits = new ArrayList<>();
    for (int i = request.page().start(); i < documents.size(); i++) {
      FieldDoc found = documents.get(i);
      hits.add(reader.hit(found.doc, score(found), highlighter));
    }
    return hits;
  }

  private OptionalDouble score(FieldDoc found) {
    return request.sort() == SortOrder.RELEVANCE
        ? OptionalDouble.of(((Float) found.fields[0]).doubleValue())
        : OptionalDouble.empty();
  }
}
