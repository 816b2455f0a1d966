package dev.broadsheet.http;

import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.FacetSearchRequest;
import dev.broadsheet.search.FacetSearchResult;
import dev.broadsheet.search.SearchEngine;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** {@code GET /facets/{field}}: a search within the values of a facet. */
final class FacetHandler implements QuestionHandler<FacetSearchRequest> {
  static final List<String> NAMES =
      SearchParameters.withFilters(List.of(SearchParameters.QUERY), SearchParameters.SIZE);

  private final SearchEngine engine;
  private final Clock clock;

  FacetHandler(SearchEngine engine, Clock clock) {
    this.engine = engine;
    this.clock = clock;
  }

  @Override
  public Question<FacetSearchRequest> read(Context context) {
    FacetField field = field(context.pathParam(PathParameters.FIELD));
    var given = new GivenParameters(QueryString.of(context), NAMES);
    var request =
        new FacetSearchRequest(
            field,
            TextParameter.text(given),
            FilterParameters.read(given, clock),
            given
                .whole(SearchParameters.SIZE, 0, SearchParameters.MAX_FACET_SIZE)
                .orElse(SearchParameters.DEFAULT_FACET_SIZE));
    return new Question<>(request, JsonText.MEDIA_TYPE, request.canonical());
  }

  private static FacetField field(String name) {
    return FacetField.of(name)
        .filter(SearchParameters.FILTERS::contains)
        .orElseThrow(() ->
            new NotFoundException(
                "there are no values of '"
                    + InvalidParameterException.shown(name)
                    + "' to search within; there are those of "
                    + SearchParameters.FILTERS.stream()
                        .map(FacetField::label)
                        .collect(Collectors.joining(", "))));
  }

  @Override
  public Answer answer(Question<FacetSearchRequest> question) {
    FacetSearchResult result = engine.searchFacet(question.value());
    return new Answer(() -> JsonText.bytes(json -> write(json, result.counts())), result.version());
  }

  private static void write(JsonWriter json, FacetCounts counts) {
    json.startObject();
    json.property("field", counts.field().label());
    FacetJson.write(json, "values", counts.values());
    json.endObject();
  }
}
