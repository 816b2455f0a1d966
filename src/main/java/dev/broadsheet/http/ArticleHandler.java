package dev.broadsheet.http;

import dev.broadsheet.article.ArticleId;
import dev.broadsheet.search.ArticleResult;
import dev.broadsheet.search.SearchEngine;
import io.javalin.http.Context;
import java.util.List;

/** {@code GET /articles/{id}}: one item, and how else its story is told. */
final class ArticleHandler implements QuestionHandler<ArticleId> {
  private final SearchEngine engine;

  ArticleHandler(SearchEngine engine) {
    this.engine = engine;
  }

  @Override
  public Question<ArticleId> read(Context context) {
    GivenParameters.requireKnown(QueryString.of(context), List.of());
    ArticleId id = PathParameters.id(context);
    return new Question<>(id, JsonText.MEDIA_TYPE, "article " + id.value());
  }

  @Override
  public Answer answer(Question<ArticleId> question) {
    ArticleId id = question.value();
    ArticleResult result = engine.article(id).orElseThrow(() -> PathParameters.noArticle(id));
    return new Answer(() -> JsonText.bytes(json -> write(json, result)), result.version());
  }

  private static void write(JsonWriter json, ArticleResult result) {
    json.startObject();
    HitJson.writeFields(json, result.hit());
    HitJson.write(json, result.coverage());
    HitJson.write(json, "related", result.related());
    json.endObject();
  }
}
