package dev.broadsheet.http;

import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SuggestRequest;
import dev.broadsheet.search.SuggestResult;
import dev.broadsheet.search.Suggestion;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /suggest}: what could be typed next, as objects for a search box, or in the form that
 * browsers want of a search engine.
 */
final class SuggestHandler implements QuestionHandler<SuggestHandler.Typed> {
  static final int MAX_SIZE = 20;
  static final int DEFAULT_SIZE = 10;
  static final List<String> NAMES =
      SearchParameters.withFilters(
          List.of(SearchParameters.QUERY), SearchParameters.SIZE, SearchParameters.FORMAT);

  /** Browsers don't say what they accept, and can be given another address only. */
  static final String FOR_BROWSERS = "opensearch";

  private final SearchEngine engine;
  private final Clock clock;
  private final PublicAddress address;

  SuggestHandler(SearchEngine engine, Clock clock, HttpSettings.Site site) {
    this.engine = engine;
    this.clock = clock;
    this.address = new PublicAddress(site.publicUrl());
  }

  /**
   * What was typed.
   *
   * @param request for the engine
   * @param address what links lead to; empty for the form without links
   */
  record Typed(SuggestRequest request, Optional<String> address) {}

  @Override
  public Question<Typed> read(Context context) {
    BodyResponse.vary(context, "Accept");
    var given = new GivenParameters(QueryString.of(context), NAMES);
    var request =
        new SuggestRequest(
            TextParameter.text(given),
            FilterParameters.read(given, clock),
            given.whole(SearchParameters.SIZE, 1, MAX_SIZE).orElse(DEFAULT_SIZE));
    if (isForBrowsers(given, context)) {
      String base = address.of(context);
      return new Question<>(
          new Typed(request, Optional.of(base)),
          OpenSearchSuggestions.MEDIA_TYPE,
          request.canonical() + base);
    }
    return new Question<>(
        new Typed(request, Optional.empty()), JsonText.MEDIA_TYPE, request.canonical());
  }

  private static boolean isForBrowsers(GivenParameters given, Context context) {
    return given
        .oneOf(SearchParameters.FORMAT, List.of("json", FOR_BROWSERS))
        .map(FOR_BROWSERS::equals)
        .orElseGet(() ->
            Accept.of(BodyResponse.field(context, "Accept"))
                .prefers(OpenSearchSuggestions.MEDIA_TYPE, JsonText.MEDIA_TYPE));
  }

  @Override
  public Answer answer(Question<Typed> question) {
    SuggestRequest request = question.value().request();
    SuggestResult result =
        request.text().isBlank()
            ? new SuggestResult(List.of(), engine.version())
            : engine.suggest(request);
    return new Answer(() -> body(question.value(), result.suggestions()), result.version());
  }

  private static byte[] body(Typed typed, List<Suggestion> suggestions) {
    return typed
        .address()
        .map(base -> OpenSearchSuggestions.bytes(typed.request().text(), suggestions, base))
        .orElseGet(() -> SuggestionJson.bytes(suggestions));
  }
}
