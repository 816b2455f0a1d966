package dev.broadsheet.http;

import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchResult;
import io.javalin.http.Context;
import java.time.Duration;

/** {@code GET /search}: the hits, and the counts that narrow them. */
final class SearchHandler implements QuestionHandler<ParsedSearch> {
  private final SearchEngine engine;
  private final SearchParameters parameters;
  private final SearchMeters meters;
  private final QueryCounting counting;

  SearchHandler(
      SearchEngine engine,
      SearchParameters parameters,
      SearchMeters meters,
      QueryCounting counting) {
    this.engine = engine;
    this.parameters = parameters;
    this.meters = meters;
    this.counting = counting;
  }

  @Override
  public Question<ParsedSearch> read(Context context) {
    ParsedSearch search = meters.parsing(() -> parameters.parse(QueryString.of(context)));
    return new Question<>(search, JsonText.MEDIA_TYPE, search.key());
  }

  @Override
  public Answer answer(Question<ParsedSearch> question) {
    ParsedSearch search = question.value();
    long start = System.nanoTime();
    SearchResult result = search.ask(engine);
    var took = Duration.ofNanos(System.nanoTime() - start);
    counting.answered(search, result, false);
    var answer = new SearchAnswer(search.echo(), result, took);
    return new Answer(() -> meters.writing(answer::toBytes), result.version());
  }
}
