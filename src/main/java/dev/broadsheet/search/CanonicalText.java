package dev.broadsheet.search;

import dev.broadsheet.search.TextQuery.Phrase;
import dev.broadsheet.search.TextQuery.Prefix;
import dev.broadsheet.search.TextQuery.Term;
import dev.broadsheet.search.TextQuery.Unfinished;
import dev.broadsheet.search.TextQuery.Word;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * Writes a request as text: equal requests as the same text, others as another, in every run of the
 * program. Each part stands behind its length, so that no text a visitor types can pass for several
 * parts.
 */
final class CanonicalText {
  private final StringBuilder text = new StringBuilder();

  private CanonicalText(String kind) {
    add(kind);
  }

  static String of(SearchRequest request) {
    var text = new CanonicalText("search");
    text.add(request.query());
    text.addFilters(request.filters());
    text.add(request.sort().label());
    text.add(request.page());
    text.add(request.facets());
    text.add(request.zone().getId());
    text.add(request.options());
    return text.toString();
  }

  static String of(SuggestRequest request) {
    var text = new CanonicalText("suggest");
    text.add(request.text());
    text.addFilters(request.filters());
    text.add(request.size());
    return text.toString();
  }

  static String of(FacetSearchRequest request) {
    var text = new CanonicalText("facet");
    text.add(request.field().label());
    text.add(request.text());
    text.addFilters(request.filters());
    text.add(request.size());
    return text.toString();
  }

  static String of(SimilarRequest request) {
    var text = new CanonicalText("similar");
    text.add(request.id().value());
    text.addFilters(request.filters());
    text.add(request.size());
    return text.toString();
  }

  private void add(TextQuery query) {
    addAll(query.groups(), group -> addAll(group.alternatives(), this::add));
    addAll(query.excluded(), this::add);
  }

  private void add(Term term) {
    add(
        switch (term) {
          case Word _ -> "word";
          case Prefix _ -> "prefix";
          case Unfinished _ -> "unfinished";
          case Phrase _ -> "phrase";
        });
    add(term.field().map(Enum::name));
    add(term.text());
  }

  private void addFilters(List<Filter> filters) {
    addAll(filters, this::add);
  }

  private void add(Filter filter) {
    switch (filter) {
      case Filter.Values values -> {
        add(values.field().label());
        // Any of them, none of them: their order means nothing.
        addAll(values.any().stream().sorted().toList(), this::add);
        addAll(values.none().stream().sorted().toList(), this::add);
      }
      case Filter.DateRange dates -> {
        add("dates");
        add(dates.from().map(Object::toString));
        add(dates.to().map(Object::toString));
      }
      case Filter.QualityRange quality -> {
        add("quality");
        add(quality.min());
        add(quality.max());
      }
    }
  }

  private void add(SearchRequest.Page page) {
    add(page.number());
    add(page.size());
    add(page.after().map(Cursor::token));
  }

  private void add(FacetRequest facets) {
    addAll(facets.fields(), field -> add(field.label()));
    add(facets.size());
    add(facets.interval().label());
  }

  private void add(SearchRequest.Options options) {
    add(options.typos());
    add(options.byStory());
    add(options.highlight());
    add(options.explain());
    if (options.meaning()) {
      add("meaning");
    }
  }

  private <T> void addAll(List<T> parts, Consumer<T> add) {
    text.append(parts.size()).append('(');
    parts.forEach(add);
    text.append(')');
  }

  private void add(Optional<String> part) {
    addAll(part.stream().toList(), this::add);
  }

  private void add(OptionalDouble part) {
    addAll(part.stream().boxed().toList(), number -> add(number.toString()));
  }

  private void add(boolean flag) {
    text.append(flag ? '+' : '-');
  }

  private void add(int number) {
    add(Integer.toString(number));
  }

  private void add(String part) {
    text.append(part.length()).append(':').append(part);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
