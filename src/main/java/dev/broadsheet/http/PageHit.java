package dev.broadsheet.http;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.Image;
import dev.broadsheet.article.Provider;
import dev.broadsheet.page.MarkedText;
import dev.broadsheet.page.PageView;
import dev.broadsheet.page.PageView.Link;
import dev.broadsheet.search.Coverage;
import dev.broadsheet.search.FacetField;
import dev.broadsheet.search.Hit;
import java.util.List;
import java.util.Optional;

/**
 * What the page says of an article.
 *
 * @param address of the page
 * @param hit the article
 */
record PageHit(PageAddress address, Hit hit) {
  /** More would be longer than what they belong to. */
  private static final int MAX_TOPICS = 4;

  PageView.Hit view() {
    Article article = hit.article();
    return new PageView.Hit(
        headline(hit),
        hit.highlight()
            .map(highlight -> highlight.excerpt().map(MarkedText::ofHtml))
            .orElseGet(() -> article.text().excerpt().map(MarkedText::plain)),
        article.media().images().stream()
            .map(Image::url)
            .flatMap(url -> WebLink.of(url).stream())
            .findFirst(),
        article.labels().topics().stream().limit(MAX_TOPICS).map(this::topic).toList(),
        article.scores().quality(),
        article.media().length(),
        hit.group().flatMap(this::coverage),
        hit.byMeaning());
  }

  private PageView.Headline headline(Hit of) {
    Article article = of.article();
    return new PageView.Headline(
        of.highlight()
            .map(highlight -> MarkedText.ofHtml(highlight.title()))
            .orElseGet(() -> MarkedText.plain(article.text().title())),
        article.links().sourceUrl().flatMap(WebLink::of),
        article.provider().map(this::outlet),
        article.publishedAt());
  }

  private PageView.Outlet outlet(Provider provider) {
    return new PageView.Outlet(
        provider.label(), address.with(FacetField.PROVIDER.label(), provider.key()).href());
  }

  private Link topic(String topic) {
    return new Link(topic, address.with(FacetField.TOPIC.label(), topic).href());
  }

  private Optional<PageView.Coverage> coverage(Hit.StoryGroup group) {
    Coverage all = group.coverage();
    List<PageView.Headline> best = group.related().stream().map(this::headline).toList();
    long outlets = all.providers() - (hit.article().provider().isPresent() ? 1 : 0);
    return all.items() > 1
        ? Optional.of(new PageView.Coverage(all.items() - 1, outlets, best))
        : Optional.empty();
  }
}
