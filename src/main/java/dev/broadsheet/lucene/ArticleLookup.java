package dev.broadsheet.lucene;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.Kind;
import dev.broadsheet.search.ArticleResult;
import dev.broadsheet.search.Hit;
import dev.broadsheet.words.HitMaker;
import dev.broadsheet.words.Restriction;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;

/** Finds single items, and what is told beside them. */
final class ArticleLookup {
  private final Snapshot snapshot;
  private final Restriction restriction;

  ArticleLookup(Snapshot snapshot, Restriction restriction) {
    this.snapshot = snapshot;
    this.restriction = restriction;
  }

  /** The document of an item that may be seen. */
  OptionalInt document(ArticleId id) throws IOException {
    OptionalInt document = snapshot.document(id);
    return document.isPresent() && restriction.shows(snapshot.article(document.getAsInt()))
        ? document
        : OptionalInt.empty();
  }

  Optional<ArticleResult> find(ArticleId id, String version) throws IOException {
    OptionalInt document = document(id);
    return document.isPresent()
        ? Optional.of(result(document.getAsInt(), version))
        : Optional.empty();
  }

  private ArticleResult result(int document, String version) throws IOException {
    var reader = new HitReader(snapshot, restriction, HitMaker.plain());
    var coverage = new CoverageCount(snapshot);
    ScoreDoc[] story = newestFirst(story(document));
    for (ScoreDoc told : story) {
      coverage.add(told.doc, date((FieldDoc) told));
    }
    IntStream related =
        Arrays.stream(story)
            .mapToInt(told -> told.doc)
            .filter(told -> told != document)
            .limit(ArticleResult.MAX_RELATED);
    List<Hit> hits =
        reader.hits(
            IntStream.concat(IntStream.of(document), related).toArray(),
            i -> OptionalDouble.empty());
    return new ArticleResult(
        hits.getFirst(), hits.subList(1, hits.size()), coverage.coverage(), version);
  }

  /**
   * The story that an item is shown with: an article's own, however much of it other stories have
   * taken; of a related item, the one that it belongs to.
   */
  Query story(int document) throws IOException {
    Article article = snapshot.article(document);
    return article.kind() == Kind.ARTICLE
        ? QueryTranslator.any(
            List.of(
                new DocumentsQuery(document),
                new TermQuery(new Term(Schema.STORY, article.id().value()))))
        : new DocumentsQuery(snapshot.stories().documents(document));
  }

  private ScoreDoc[] newestFirst(Query story) throws IOException {
    Query visible = QueryTranslator.restricted(story, restriction, List.of());
    int all = Math.max(1, snapshot.searcher().count(visible));
    return snapshot
        .searcher()
        .search(visible, new TopFieldCollectorManager(Schema.NEWEST_FIRST, all, all))
        .scoreDocs;
  }

  private static OptionalLong date(FieldDoc found) {
    long millis = (Long) found.fields[0];
    return millis == Schema.NO_DATE ? OptionalLong.empty() : OptionalLong.of(millis);
  }
}
