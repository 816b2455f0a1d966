package dev.broadsheet.opensearch;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.Kind;
import dev.broadsheet.search.ArticleResult;
import dev.broadsheet.search.Filter;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SimilarRequest;
import dev.broadsheet.search.SimilarResult;
import dev.broadsheet.search.SortOrder;
import dev.broadsheet.words.HitMaker;
import dev.broadsheet.words.Restriction;
import dev.broadsheet.words.SearchFields;
import dev.broadsheet.words.TellingWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Finds single items, and what is told beside them. */
final class ArticleLookup {
  private static final int MOST = 10_000;

  private final Snapshot snapshot;
  private final Restriction restriction;
  private final HitReader reader;

  ArticleLookup(Snapshot snapshot, Restriction restriction) {
    this.snapshot = snapshot;
    this.restriction = restriction;
    this.reader = new HitReader(snapshot, restriction, HitMaker.plain());
  }

  Optional<ArticleResult> find(ArticleId id, String version) throws IOException {
    Optional<Article> article = reader.visible(id);
    return article.isPresent() ? Optional.of(result(article.get(), version)) : Optional.empty();
  }

  private ArticleResult result(Article article, String version) throws IOException {
    List<Ranked> story = newestFirst(article);
    List<ArticleId> related =
        story.stream()
            .map(Ranked::id)
            .filter(id -> !id.equals(article.id()))
            .limit(ArticleResult.MAX_RELATED)
            .toList();
    List<ArticleId> told = new ArrayList<>(related);
    told.add(article.id());
    reader.prepare(told);
    List<Hit> hits = new ArrayList<>();
    for (ArticleId id : related) {
      hits.add(reader.hit(id, OptionalDouble.empty()));
    }
    Hit hit = reader.hit(article.id(), OptionalDouble.empty());
    return new ArticleResult(hit, hits, StoryFinder.coverage(story), version);
  }

  /**
   * The story that an item is shown with: an article's own, however much of it other stories have
   * taken; of a related item, the one that it belongs to.
   */
  private ObjectNode story(Article article) throws IOException {
    return article.kind() == Kind.ARTICLE
        ? QueryWriter.bool(
            List.of(),
            List.of(
                Documents.ids(List.of(article.id())),
                holding(ClusterSchema.STORIES, article.id().value())),
            List.of(),
            List.of(),
            1)
        : holding(ClusterSchema.STORY, group(article.id()));
  }

  private static ObjectNode holding(String field, String value) {
    return Json.object("term", Json.object(field, value));
  }

  /** The story to which an item belongs. */
  private String group(ArticleId id) throws IOException {
    ObjectNode request =
        Json.object("query", Documents.ids(List.of(id)), "track_total_hits", false);
    return Ranked.read(snapshot, request, HitSort.of(SortOrder.NEWEST), 0, 1).getFirst().story();
  }

  private List<Ranked> newestFirst(Article article) throws IOException {
    ObjectNode query = visible(story(article), List.of(), List.of());
    List<Ranked> all = new ArrayList<>();
    List<Ranked> page = List.of();
    var order = HitSort.of(SortOrder.NEWEST);
    do {
      ObjectNode request = Json.object("query", query, "track_total_hits", false);
      if (!page.isEmpty()) {
        request.set("search_after", order.behind(page.getLast().key()));
      }
      page = Ranked.read(snapshot, request, order, 0, MOST);
      all.addAll(page);
    } while (page.size() == MOST);
    return all;
  }

  private ObjectNode visible(ObjectNode query, List<Filter> filters, List<ObjectNode> not) {
    List<ObjectNode> required =
        new ArrayList<>(List.of(Json.object("term", Json.object(ClusterSchema.RECORD, "item"))));
    restriction.and(filters).forEach(filter -> required.add(QueryWriter.filter(filter)));
    return QueryWriter.bool(List.of(query), List.of(), required, not, 0);
  }

  /** What is like an item; empty where there is no such item, or it is hidden. */
  Optional<SimilarResult> similar(SimilarRequest request, String version) throws IOException {
    Optional<Article> article = reader.visible(request.id());
    if (article.isEmpty()) {
      return Optional.empty();
    }
    List<Hit> hits = request.size() == 0 ? List.of() : similar(request, article.get());
    return Optional.of(new SimilarResult(hits, version));
  }

  private List<Hit> similar(SimilarRequest request, Article article) throws IOException {
    var view = new ClusterView(snapshot);
    ObjectNode query =
        visible(
            view.scored(like(view, article)),
            request.filters(),
            List.of(story(article), holding(ClusterSchema.STORY, group(article.id()))));
    var order = HitSort.of(SortOrder.RELEVANCE);
    List<Ranked> found =
        Ranked.read(
            snapshot,
            Json.object("query", query, "track_total_hits", false),
            order,
            0,
            request.size());
    reader.prepare(found.stream().map(Ranked::id).toList());
    List<Hit> hits = new ArrayList<>();
    for (Ranked hit : found) {
      hits.add(reader.hit(hit.id(), order.scoreOf(hit.key())));
    }
    return hits;
  }

  private Sought like(ClusterView view, Article article) throws IOException {
    view.weights().expect(Set.copyOf(TellingWords.candidates(article)));
    TellingWords telling =
        TellingWords.of(
            article,
            term -> view.weights().documentsWith(SearchFields.TEXT, term),
            snapshot.documentsWithField(ClusterSchema.ITEM));
    List<Sought> terms = new ArrayList<>();
    for (TellingWords.Telling word : telling.words()) {
      terms.add(new Sought.Times(new Sought.Term(SearchFields.TEXT, word.term()), word.weight()));
    }
    return terms.isEmpty() ? new Sought.Nothing() : new Sought.Shared(terms, telling.leastShared());
  }
}
