package dev.broadsheet.contract;

import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchResult;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** What the contracts share: an engine over a few articles, closed at the end. */
public abstract class EngineContract {
  private @Nullable SearchEngine opened;

  /** An engine over these articles, each told by a file of its own. */
  protected abstract SearchEngine open(List<ArticleBuilder> articles);

  /** The same, with all that is not published hidden. */
  protected abstract SearchEngine openPublishedOnly(List<ArticleBuilder> articles);

  final void given(ArticleBuilder... articles) {
    opened = open(List.of(articles));
  }

  final void givenPublishedOnly(ArticleBuilder... articles) {
    opened = openPublishedOnly(List.of(articles));
  }

  final SearchEngine engine() {
    if (opened == null) {
      throw new IllegalStateException("no articles given");
    }
    return opened;
  }

  @AfterEach
  final void closeEngine() {
    if (opened != null) {
      opened.close();
    }
  }

  static RequestBuilder find(String words) {
    return new RequestBuilder().words(words);
  }

  final SearchResult search(RequestBuilder request) {
    return engine().search(request.build());
  }

  static List<String> titles(Collection<Hit> hits) {
    return hits.stream().map(hit -> hit.article().text().title()).toList();
  }
}
