package dev.broadsheet.lucene;

import dev.broadsheet.article.Article;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SimilarRequest;
import dev.broadsheet.search.SimilarResult;
import dev.broadsheet.search.SortOrder;
import dev.broadsheet.words.Restriction;
import dev.broadsheet.words.TellingWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** Finds what is like an item: what shares many of the {@link TellingWords} about it. */
final class SimilarItems {
  private final Snapshot snapshot;
  private final Restriction restriction;

  SimilarItems(Snapshot snapshot, Restriction restriction) {
    this.snapshot = snapshot;
    this.restriction = restriction;
  }

  Optional<SimilarResult> find(SimilarRequest request, String version) throws IOException {
    var lookup = new ArticleLookup(snapshot, restriction);
    OptionalInt document = lookup.document(request.id());
    if (document.isEmpty()) {
      return Optional.empty();
    }
    int item = document.getAsInt();
    Query others =
        new BooleanQuery.Builder()
            .add(like(snapshot.article(item)), Occur.MUST)
            .add(lookup.story(item), Occur.MUST_NOT)
            .add(new DocumentsQuery(snapshot.stories().documents(item)), Occur.MUST_NOT)
            .build();
    return Optional.of(
        new SimilarResult(
            hits(
                QueryTranslator.restricted(others, restriction, request.filters()), request.size()),
            version));
  }

  private List<Hit> hits(Query query, int size) throws IOException {
    List<Hit> hits = new ArrayList<>();
    if (size > 0) {
      var reader = new HitReader(snapshot, restriction);
      var order = HitOrder.of(SortOrder.RELEVANCE);
      var best = order.best(snapshot.reader(), size, size, Optional.empty());
      for (ScoreDoc found : snapshot.searcher().search(query, best).scoreDocs) {
        hits.add(reader.hit(found.doc, order.score(order.key(0, (FieldDoc) found))));
      }
    }
    return hits;
  }

  private Query like(Article article) throws IOException {
    TellingWords telling =
        TellingWords.of(
            article,
            term -> snapshot.reader().docFreq(new Term(Schema.TEXT, term)),
            snapshot.reader().numDocs());
    var query = new BooleanQuery.Builder();
    for (TellingWords.Telling word : telling.words()) {
      query.add(
          new BoostQuery(new TermQuery(new Term(Schema.TEXT, word.term())), word.weight()),
          Occur.SHOULD);
    }
    query.setMinimumNumberShouldMatch(telling.leastShared());
    return query.build();
  }
}
