package dev.broadsheet.opensearch;

import dev.broadsheet.search.Filter;
import dev.broadsheet.words.Queries;
import dev.broadsheet.words.Ranking;
import dev.broadsheet.words.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes what is looked for; nothing is asked of the cluster for that. */
final class SoughtQueries implements Queries<Sought> {
  @Override
  public Sought items() {
    return new Sought.Items();
  }

  @Override
  public Sought nothing() {
    return new Sought.Nothing();
  }

  @Override
  public Sought term(String field, String token) {
    return new Sought.Term(field, token);
  }

  @Override
  public Sought anyOf(String field, List<String> tokens) {
    return new Sought.AnyOf(field, tokens);
  }

  @Override
  public Sought sideBySide(String field, List<String> tokens) {
    return new Sought.Phrase(field, tokens, 1, 0);
  }

  @Override
  public Sought near(String field, String first, String second, int apart, int slop) {
    return new Sought.Phrase(field, List.of(first, second), apart, slop);
  }

  @Override
  public Sought begun(String field, String beginning) {
    return new Sought.Begun(field, beginning);
  }

  @Override
  public Sought byQuality(Sought matching) {
    return new Sought.ByQuality(matching);
  }

  @Override
  public Sought times(Sought query, float factor) {
    return new Sought.Times(query, factor);
  }

  @Override
  public List<Sought> withBonus(Sought core, Sought bonus) {
    return List.of(core, bonus);
  }

  @Override
  public Sought any(List<Sought> queries) {
    return queries.size() == 1 ? queries.getFirst() : new Sought.Any(queries);
  }

  @Override
  public Sought best(List<Sought> queries) {
    return queries.size() == 1 ? queries.getFirst() : new Sought.Best(queries);
  }

  @Override
  public Sought alike(Sought query) {
    return new Sought.Alike(query);
  }

  @Override
  public Sought all(Parts<Sought> parts) {
    return new Sought.All(parts);
  }

  /** A cluster is asked for all tiers at once. */
  @Override
  public Sought few(Sought query, int limit) {
    return query;
  }

  @Override
  public Sought enough(Sought coverage, float least) {
    return new Sought.Enough(coverage, least, Optional.empty());
  }

  @Override
  public Sought without(Sought enough, Sought other) {
    var whole = (Sought.Enough) enough;
    return new Sought.Enough(whole.coverage(), whole.least(), Optional.of(other));
  }

  @Override
  public Sought among(Sought enough, List<Sought> typed, List<Sought> besides) {
    return new Sought.Among(enough, Stream.concat(typed.stream(), besides.stream()).toList());
  }

  @Override
  public Sought aged(Sought query, Ranking.Recency recency, Instant now) {
    return new Sought.Aged(query, recency, now);
  }

  @Override
  public List<Wanted> wanted(Sought query) {
    return SoughtMarks.read(query);
  }

  @Override
  public Sought restricted(Sought query, List<Filter> filters, List<Sought> excluded) {
    return new Sought.Restricted(query, filters, excluded);
  }
}
