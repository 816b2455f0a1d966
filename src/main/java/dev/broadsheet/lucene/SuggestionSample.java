package dev.broadsheet.lucene;

import dev.broadsheet.search.Filter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;

/**
 * The items that suggestions are taken from: the best that what was typed finds or, for a letter or
 * two, that nearly all items hold, the newest that hold a frequent word which begins with it.
 */
final class SuggestionSample {
  private static final int SIZE = 160;

  /** With fewer items than this of frequent words, rare ones may be what is looked for. */
  private static final int ENOUGH = 50;

  private static final int SHORT = 2;

  /** How many words are looked at for those that say something, and how many of these are taken. */
  private static final int FREQUENT = 60;

  private static final int TAKEN = 16;

  private final Snapshot snapshot;
  private final Restriction restriction;
  private final List<Filter> filters;
  private final NearSpellings.Strict strict;

  SuggestionSample(
      Snapshot snapshot,
      Restriction restriction,
      List<Filter> filters,
      NearSpellings.Strict strict) {
    this.snapshot = snapshot;
    this.restriction = restriction;
    this.filters = filters;
    this.strict = strict;
  }

  /** The sample for what was typed, best first. */
  List<Sampled> of(TypedText typed) throws IOException {
    if (!typed.isFinished() && typed.last().length() <= SHORT) {
      List<Sampled> newest = newest(typed);
      if (newest.size() >= ENOUGH) {
        return newest;
      }
    }
    Query query = restriction.of(strict.of(typed.query()), filters);
    return items(snapshot.searcher().search(query, SIZE));
  }

  private List<Sampled> newest(TypedText typed) throws IOException {
    List<BytesRef> words =
        snapshot.words().begunBy(typed.last(), FREQUENT).stream()
            .map(KnownWord::text)
            .filter(word -> word.length() > typed.last().length() && !BorderWords.contains(word))
            .limit(TAKEN)
            .map(BytesRef::new)
            .toList();
    var query =
        new BooleanQuery.Builder().add(new TermInSetQuery(Schema.WORD, words), Occur.FILTER);
    query.add(strict.of(typed.wholeQuery()), Occur.FILTER);
    Query restricted = restriction.of(query.build(), filters);
    return items(snapshot.searcher().search(restricted, SIZE, Schema.NEWEST_FIRST));
  }

  private List<Sampled> items(TopDocs top) throws IOException {
    List<Sampled> items = new ArrayList<>();
    for (ScoreDoc found : top.scoreDocs) {
      items.add(Sampled.of(snapshot.article(found.doc)));
    }
    return items;
  }
}
