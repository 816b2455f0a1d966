package dev.broadsheet.http;

import dev.broadsheet.article.ArticleId;
import io.javalin.http.Context;

/** Reads what a path names. */
final class PathParameters {
  static final String ID = "id";
  static final String FIELD = "field";

  private PathParameters() {}

  /**
   * The item that is named.
   *
   * @throws NotFoundException where it can't be the name of any
   */
  static ArticleId id(Context context) {
    String id = context.pathParam(ID);
    if (!ArticleId.isId(id)) {
      throw new NotFoundException(
          "there is no article '"
              + InvalidParameterException.shown(id)
              + "': expected an id of 24 hexadecimal digits, as answers have it");
    }
    return new ArticleId(id);
  }

  /** Says that there is no such item. */
  static NotFoundException noArticle(ArticleId id) {
    return new NotFoundException("there is no article '" + id.value() + "'");
  }
}
