package dev.broadsheet.opensearch;

import dev.broadsheet.article.FoldedText;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Filter;
import dev.broadsheet.words.Queries;
import dev.broadsheet.words.Ranking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what is looked for as the cluster's JSON. A term's score is its idf, which comes as a
 * boost, times the saturation of its frequency, which is the similarity's, times the factor of the
 * document for that field, which is a number in the document.
 */
final class QueryWriter {
  private static final String AGE =
      "double age = doc['date'].size() == 0 ? Double.POSITIVE_INFINITY"
          + " : Math.max(0, (params.now - doc['date'].value) / params.halfLife);"
          + " return 1 - params.weight + params.weight * Math.pow(2, -age);";

  private final Numbers numbers;

  /**
   * A writer.
   *
   * @param numbers that know all terms of what will be written with scores
   */
  QueryWriter(Numbers numbers) {
    this.numbers = numbers;
  }

  /** A query that is scored. */
  ObjectNode scored(Sought sought) {
    return switch (sought) {
      case Sought.Items _ -> byFactor(item(), ClusterSchema.ITEM);
      case Sought.Nothing _, Sought.AnyOf _, Sought.Begun _, Sought.Holding _ -> alike(sought);
      case Sought.Term term -> byFactor(boosted(filter(term), numbers.idf(term)), term.field());
      case Sought.Phrase phrase ->
          byFactor(boosted(filter(phrase), numbers.idf(phrase)), phrase.field());
      case Sought.ByQuality quality -> byFactor(alike(quality.matching()), ClusterSchema.ITEM);
      case Sought.Times times -> boosted(scored(times.query()), times.factor());
      case Sought.Any any -> any(any.queries().stream().map(this::scored).toList());
      case Sought.Best best ->
          Json.object(
              "dis_max",
              Json.object(
                  "queries",
                  best.queries().stream().map(this::scored).toList(),
                  "tie_breaker",
                  0.0));
      case Sought.Alike alike -> alike(alike.query());
      case Sought.All all -> all(all.parts());
      case Sought.Enough enough -> alike(enough);
      case Sought.Among among ->
          bool(
              List.of(),
              among.scores().stream().map(this::scored).toList(),
              List.of(filter(among.enough())),
              List.of(),
              1);
      case Sought.Aged aged -> aged(aged.query(), aged.recency(), aged.now());
      case Sought.Restricted restricted ->
          bool(
              List.of(scored(restricted.query())),
              List.of(),
              restricted.filters().stream().map(QueryWriter::filter).toList(),
              filters(restricted.excluded()),
              0);
      case Sought.Shared shared ->
          bool(
              List.of(),
              shared.terms().stream().map(this::scored).toList(),
              List.of(),
              List.of(),
              Math.max(1, shared.least()));
    };
  }

  private ObjectNode all(Queries.Parts<Sought> parts) {
    boolean optional = parts.required().isEmpty() && parts.filtering().isEmpty();
    return bool(
        parts.required().stream().map(this::scored).toList(),
        parts.optional().stream().map(this::scored).toList(),
        filters(parts.filtering()),
        filters(parts.excluded()),
        optional && !parts.optional().isEmpty() ? 1 : 0);
  }

  /** The same items, not scored. */
  ObjectNode filter(Sought sought) {
    return switch (sought) {
      case Sought.Items _ -> item();
      case Sought.Nothing _ -> Json.object("match_none", Json.object());
      case Sought.Term term ->
          Json.object("term", Json.object(term.field(), Json.object("value", term.token())));
      case Sought.AnyOf any -> Json.object("terms", Json.object(any.field(), any.tokens()));
      case Sought.Phrase phrase -> phrase(phrase);
      case Sought.Begun begun ->
          Json.object(
              "prefix", Json.object(begun.field(), Json.object("value", begun.beginning())));
      case Sought.ByQuality quality -> filter(quality.matching());
      case Sought.Times times -> filter(times.query());
      case Sought.Any any -> any(filters(any.queries()));
      case Sought.Best best -> any(filters(best.queries()));
      case Sought.Alike alike -> filter(alike.query());
      case Sought.All all -> filter(all.parts());
      case Sought.Enough enough -> enough(enough);
      case Sought.Among among -> filter(among.enough());
      case Sought.Aged aged -> filter(aged.query());
      case Sought.Restricted restricted -> {
        List<ObjectNode> required = new ArrayList<>(List.of(filter(restricted.query())));
        restricted.filters().forEach(filter -> required.add(filter(filter)));
        yield bool(List.of(), List.of(), required, filters(restricted.excluded()), 0);
      }
      case Sought.Shared shared ->
          bool(
              List.of(),
              filters(shared.terms()),
              List.of(),
              List.of(),
              Math.max(1, shared.least()));
      case Sought.Holding holding ->
          Json.object("terms", Json.object(holding.field(), holding.values()));
    };
  }

  private ObjectNode filter(Queries.Parts<Sought> parts) {
    List<ObjectNode> required = new ArrayList<>(filters(parts.required()));
    required.addAll(filters(parts.filtering()));
    return required.isEmpty()
        ? bool(
            List.of(),
            filters(parts.optional()),
            List.of(),
            filters(parts.excluded()),
            parts.optional().isEmpty() ? 0 : 1)
        : bool(List.of(), List.of(), required, filters(parts.excluded()), 0);
  }

  private List<ObjectNode> filters(List<Sought> several) {
    return several.stream().map(this::filter).toList();
  }

  private ObjectNode enough(Sought.Enough enough) {
    ObjectNode covering =
        Json.object(
            "function_score",
            Json.object("query", scored(enough.coverage()), "min_score", enough.least()));
    return bool(
        List.of(), List.of(), List.of(covering), filters(enough.without().stream().toList()), 0);
  }

  private static ObjectNode item() {
    return Json.object("term", Json.object(ClusterSchema.RECORD, Json.object("value", "item")));
  }

  private static ObjectNode phrase(Sought.Phrase phrase) {
    String between = " " + (ClusterSchema.HOLE + " ").repeat(phrase.apart() - 1);
    return Json.object(
        "match_phrase",
        Json.object(
            phrase.field(),
            Json.object(
                "query", String.join(between, phrase.tokens()),
                "slop", phrase.slop(),
                "analyzer", ClusterSchema.PHRASE)));
  }

  private ObjectNode alike(Sought sought) {
    return Json.object("constant_score", Json.object("filter", filter(sought)));
  }

  private static ObjectNode any(List<ObjectNode> queries) {
    return bool(List.of(), queries, List.of(), List.of(), 1);
  }

  static ObjectNode bool(
      List<ObjectNode> must,
      List<ObjectNode> should,
      List<ObjectNode> filter,
      List<ObjectNode> not,
      int least) {
    return Json.object(
        "bool",
        Json.object(
            "must", must,
            "should", should,
            "filter", filter,
            "must_not", not,
            "minimum_should_match", least));
  }

  private static ObjectNode byFactor(ObjectNode query, String field) {
    return Json.object(
        "function_score",
        Json.object(
            "query",
            query,
            "field_value_factor",
            Json.object("field", ClusterSchema.factor(field), "missing", 1),
            "boost_mode",
            "multiply"));
  }

  private ObjectNode aged(Sought query, Ranking.Recency recency, Instant now) {
    ObjectNode parameters =
        Json.object(
            "now", (double) now.toEpochMilli(),
            "halfLife", (double) recency.halfLife().toMillis(),
            "weight", recency.weight());
    return Json.object(
        "function_score",
        Json.object(
            "query", scored(query),
            "script_score", Json.object("script", Json.object("source", AGE, "params", parameters)),
            "boost_mode", "multiply"));
  }

  /** Multiplies the scores of a query, whatever it is. */
  private static ObjectNode boosted(ObjectNode query, double factor) {
    String kind = query.propertyNames().iterator().next();
    ObjectNode body = (ObjectNode) query.get(kind);
    if (kind.equals("term") || kind.equals("match_phrase")) {
      body = (ObjectNode) body.get(body.propertyNames().iterator().next());
    }
    body.put("boost", (float) (body.path("boost").asDouble(1) * factor));
    return query;
  }

  /** The items that satisfy a filter. */
  static ObjectNode filter(Filter filter) {
    return switch (filter) {
      case Filter.Values values -> values(values);
      case Filter.DateRange range -> {
        ObjectNode bounds = Json.object();
        bounds.put("gte", range.from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE));
        bounds.put("lte", range.to().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE));
        yield Json.object("range", Json.object(ClusterSchema.DATE, bounds));
      }
      case Filter.QualityRange range -> {
        ObjectNode bounds = Json.object();
        range.min().ifPresent(min -> bounds.put("gte", min));
        range.max().ifPresent(max -> bounds.put("lte", max));
        yield Json.object("range", Json.object(ClusterSchema.QUALITY, bounds));
      }
    };
  }

  private static ObjectNode values(Filter.Values filter) {
    List<ObjectNode> any =
        filter.any().isEmpty() ? List.of(item()) : List.of(holding(filter.field(), filter.any()));
    List<ObjectNode> none =
        filter.none().isEmpty() ? List.of() : List.of(holding(filter.field(), filter.none()));
    return bool(List.of(), List.of(), any, none, 0);
  }

  private static ObjectNode holding(FacetField field, List<String> values) {
    Set<String> keys = values.stream().map(FoldedText::of).collect(Collectors.toSet());
    ObjectNode byValue = Json.object("terms", Json.object(ClusterSchema.facet(field), keys));
    return field == FacetField.PROVIDER
        ? any(
            List.of(byValue, Json.object("terms", Json.object(ClusterSchema.PROVIDER_NAME, keys))))
        : byValue;
  }
}
