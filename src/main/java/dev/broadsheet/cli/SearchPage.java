package dev.broadsheet.cli;

import dev.broadsheet.app.CompletedSearch;
import dev.broadsheet.article.Article;
import dev.broadsheet.article.Provider;
import dev.broadsheet.search.Coverage;
import dev.broadsheet.search.FacetCounts;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.Wording;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints the answer to a search for a person. */
final class SearchPage {
  private static final String INDENT = "    ";
  private static final int EXCERPT_LINES = 2;
  private static final int TITLE_LINES = 3;
  private static final int FACET_LINES = 2;
  private static final int FACET_LABEL = 11;

  private final Screen screen;

  SearchPage(Screen screen) {
    this.screen = screen;
  }

  void print(CompletedSearch found) {
    wording(found.result().wording());
    int rank = found.request().page().start();
    for (Hit hit : found.result().hits()) {
      rank++;
      hit(rank, hit, found.request().zone());
    }
    found.result().facets().stream()
        .filter(facet -> !facet.values().isEmpty())
        .forEach(this::facet);
    if (found.result().facets().stream().anyMatch(facet -> !facet.values().isEmpty())) {
      screen.line("");
    }
    screen.line(total(found));
  }

  /** How the words looked for differ from those that were typed. */
  private void wording(Wording wording) {
    List<String> lines = new ArrayList<>();
    wording.corrected().ifPresent(words -> lines.add("Looked for near spellings too: " + words));
    wording.didYouMean().ifPresent(words -> lines.add("Did you mean: " + words));
    if (wording.relaxed()) {
      lines.add("Few items have all the words; those that lack some come last.");
    }
    lines.forEach(line -> screen.line(PlainText.safe(line)));
    if (!lines.isEmpty()) {
      screen.line("");
    }
  }

  private void hit(int rank, Hit hit, ZoneId zone) {
    Article article = hit.article();
    String title =
        hit.highlight()
            .map(marked -> MarkedText.of(marked.title()))
            .orElseGet(() -> PlainText.safe(article.text().title()));
    paragraph(String.format(Locale.ROOT, "%2d. ", rank), title, TITLE_LINES);
    String facts = facts(hit, zone);
    if (!facts.isEmpty()) {
      PlainText.wrap(facts, room(), 1).forEach(line -> screen.line(INDENT + screen.faint(line)));
    }
    article
        .links()
        .sourceUrl()
        .map(PlainText::safe)
        .ifPresent(url -> screen.line(INDENT + screen.faint(url)));
    String excerpt = excerpt(hit);
    if (!excerpt.isBlank()) {
      paragraph(INDENT, excerpt, EXCERPT_LINES);
    }
    hit.explanation().ifPresent(parts -> screen.line(INDENT + explained(hit, parts)));
    hit.group()
        .filter(group -> group.coverage().items() > 1)
        .ifPresent(group -> story(group, zone));
    screen.line("");
  }

  private static String explained(Hit hit, Hit.ScoreParts parts) {
    String product =
        String.format(
            Locale.ROOT,
            "text %.3f × quality %.3f × recency %.3f",
            parts.text(),
            parts.quality(),
            parts.recency());
    return hit.score().isPresent()
        ? String.format(Locale.ROOT, "score %.3f = ", hit.score().getAsDouble()) + product
        : product;
  }

  private void story(Hit.StoryGroup group, ZoneId zone) {
    Coverage coverage = group.coverage();
    String outlets = PlainText.count(coverage.providers(), "outlet", "outlets");
    screen.line(
        INDENT
            + "+ "
            + PlainText.count(coverage.items() - 1, "more item", "more items")
            + " of this story, from "
            + outlets
            + " in all"
            + span(coverage, zone));
    for (Hit related : group.related()) {
      Article article = related.article();
      String outlet = article.provider().map(Provider::label).map(name -> " · " + name).orElse("");
      String title = PlainText.safe(article.text().title() + outlet);
      PlainText.wrap(title, room() - INDENT.length(), 1)
          .forEach(line -> screen.line(INDENT + INDENT + screen.faint(line)));
    }
  }

  private static String span(Coverage coverage, ZoneId zone) {
    if (coverage.firstSeen().isEmpty() || coverage.lastSeen().isEmpty()) {
      return "";
    }
    LocalDate first = coverage.firstSeen().get().atZone(zone).toLocalDate();
    LocalDate last = coverage.lastSeen().get().atZone(zone).toLocalDate();
    return first.equals(last) ? ", " + first : ", " + first + " to " + last;
  }

  private static String facts(Hit hit, ZoneId zone) {
    Article article = hit.article();
    List<String> facts = new ArrayList<>();
    article.provider().map(Provider::label).ifPresent(facts::add);
    article.publishedAt().ifPresent(at -> facts.add(at.atZone(zone).toLocalDate().toString()));
    article.scores().quality().ifPresent(quality -> facts.add("quality " + Math.round(quality)));
    if (!article.labels().topics().isEmpty()) {
      facts.add(String.join(", ", article.labels().topics()));
    }
    if (hit.byMeaning()) {
      facts.add("found by meaning");
    }
    return facts.stream().map(PlainText::safe).collect(Collectors.joining(" · "));
  }

  private static String excerpt(Hit hit) {
    return hit.highlight()
        .flatMap(Hit.Highlight::excerpt)
        .map(MarkedText::of)
        .or(() -> hit.article().text().excerpt().map(PlainText::safe))
        .orElse("");
  }

  /** Text that begins behind something, and goes on below itself. */
  private void paragraph(String first, String text, int lines) {
    String lead = first;
    for (String line : MarkedText.lines(text, room(), lines, screen)) {
      screen.line(lead + line);
      lead = INDENT;
    }
  }

  private int room() {
    return screen.width() - INDENT.length() - 1;
  }

  private void facet(FacetCounts facet) {
    String values =
        facet.values().stream()
            .map(SearchPage::value)
            // A value stays on one line with its count.
            .map(value -> value.replace(' ', '\u00a0'))
            .collect(Collectors.joining(", "));
    String lead = String.format(Locale.ROOT, "%-" + FACET_LABEL + "s", facet.field().label());
    for (String line : PlainText.wrap(values, screen.width() - FACET_LABEL - 1, FACET_LINES)) {
      screen.line(screen.faint(lead) + line.replace('\u00a0', ' '));
      lead = " ".repeat(FACET_LABEL);
    }
  }

  private static String value(FacetCounts.Value value) {
    String text = PlainText.safe(value.label().orElse(value.value()));
    return (value.selected() ? "*" : "") + text + " " + PlainText.number(value.count());
  }

  private static String total(CompletedSearch found) {
    SearchResult result = found.result();
    boolean stories = found.request().options().byStory();
    boolean fromTheFirst = found.request().page().after().isEmpty();
    int first = found.request().page().start() + 1;
    int shown = result.hits().size();
    String range =
        shown == 0 || shown == result.total() || !fromTheFirst
            ? ""
            : ", shown from " + first + " to " + (first + shown - 1);
    return (result.totalIsExact() ? "" : "at least ")
        + PlainText.count(result.total(), stories ? "story" : "item", stories ? "stories" : "items")
        + range
        + " ("
        + found.took().toMillis()
        + " ms)";
  }
}
