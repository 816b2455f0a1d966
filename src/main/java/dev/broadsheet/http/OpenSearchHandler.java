package dev.broadsheet.http;

import dev.broadsheet.search.SearchEngine;
import io.javalin.http.Context;
import java.util.List;

/**
 * {@code GET /opensearch.xml}: tells a browser how to search here (OpenSearch 1.1), so that the
 * site can be added to its search engines.
 */
final class OpenSearchHandler implements QuestionHandler<String> {
  static final String MEDIA_TYPE = "application/opensearchdescription+xml";

  /** The longest that a short name may be. */
  private static final int SHORT_NAME = 16;

  private final SearchEngine engine;
  private final HttpSettings.Site site;
  private final PublicAddress address;

  OpenSearchHandler(SearchEngine engine, HttpSettings.Site site) {
    this.engine = engine;
    this.site = site;
    this.address = new PublicAddress(site.publicUrl());
  }

  @Override
  public Question<String> read(Context context) {
    GivenParameters.requireKnown(QueryString.of(context), List.of());
    String base = address.of(context);
    return new Question<>(base, MEDIA_TYPE, "opensearch " + site.name() + "\n" + base);
  }

  @Override
  public Answer answer(Question<String> question) {
    String version = engine.version();
    return new Answer(() -> description(question.value()), version);
  }

  private byte[] description(String base) {
    return Xml.bytes(xml ->
        xml.element(
            "OpenSearchDescription",
            () -> write(xml, base),
            "xmlns",
            "http://a9.com/-/spec/opensearch/1.1/"));
  }

  private void write(Xml xml, String base) {
    String terms = "?" + SearchParameters.QUERY + "={searchTerms}";
    xml.text("ShortName", start(site.name()));
    xml.text("Description", "Search the news of " + site.name());
    xml.text("InputEncoding", "UTF-8");
    xml.text("OutputEncoding", "UTF-8");
    url(xml, "text/html", base + "/" + terms);
    url(xml, JsonText.MEDIA_TYPE, base + "/search" + terms);
    url(xml, AtomFormat.MEDIA_TYPE, base + "/feed.atom" + terms);
    url(
        xml,
        OpenSearchSuggestions.MEDIA_TYPE,
        base + "/suggest" + terms + "&" + SearchParameters.FORMAT + "=opensearch");
    xml.empty("Url", "type", MEDIA_TYPE, "rel", "self", "template", base + "/opensearch.xml");
  }

  private static void url(Xml xml, String type, String template) {
    xml.empty("Url", "type", type, "template", template);
  }

  private static String start(String name) {
    return name.codePointCount(0, name.length()) <= SHORT_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, SHORT_NAME)).strip();
  }
}
