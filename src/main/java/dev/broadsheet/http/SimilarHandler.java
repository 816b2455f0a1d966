package dev.broadsheet.http;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SimilarRequest;
import dev.broadsheet.search.SimilarResult;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;

/** {@code GET /articles/{id}/similar}: items of other stories that are like one. */
final class SimilarHandler implements QuestionHandler<SimilarRequest> {
  static final int MAX_SIZE = 100;
  static final int DEFAULT_SIZE = 10;
  static final List<String> NAMES = SearchParameters.withFilters(List.of(), SearchParameters.SIZE);

  private final SearchEngine engine;
  private final Clock clock;

  SimilarHandler(SearchEngine engine, Clock clock) {
    this.engine = engine;
    this.clock = clock;
  }

  @Override
  public Question<SimilarRequest> read(Context context) {
    var given = new GivenParameters(QueryString.of(context), NAMES);
    ArticleId id = PathParameters.id(context);
    var request =
        new SimilarRequest(
            id,
            FilterParameters.read(given, clock),
            given.whole(SearchParameters.SIZE, 0, MAX_SIZE).orElse(DEFAULT_SIZE));
    return new Question<>(request, JsonText.MEDIA_TYPE, request.canonical());
  }

  @Override
  public Answer answer(Question<SimilarRequest> question) {
    ArticleId id = question.value().id();
    SimilarResult result =
        engine.similar(question.value()).orElseThrow(() -> PathParameters.noArticle(id));
    return new Answer(() -> JsonText.bytes(json -> write(json, result)), result.version());
  }

  private static void write(JsonWriter json, SimilarResult result) {
    json.startObject();
    HitJson.write(json, "hits", result.hits());
    json.endObject();
  }
}
