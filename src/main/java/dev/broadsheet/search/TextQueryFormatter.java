package dev.broadsheet.search;

import dev.broadsheet.search.TextQuery.Phrase;
import dev.broadsheet.search.TextQuery.Prefix;
import dev.broadsheet.search.TextQuery.Term;
import dev.broadsheet.search.TextQuery.Unfinished;
import dev.broadsheet.search.TextQuery.Word;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a query as a visitor would type it: what {@link TextQueryParser} reads. */
public final class TextQueryFormatter {
  private TextQueryFormatter() {}

  /** What to type; what is excluded comes last. */
  public static String format(TextQuery query) {
    Stream<String> groups =
        query.groups().stream()
            .map(group ->
                group.alternatives().stream()
                    .map(TextQueryFormatter::format)
                    .collect(Collectors.joining(" OR ")));
    Stream<String> excluded = query.excluded().stream().map(term -> "-" + format(term));
    return Stream.concat(groups, excluded).collect(Collectors.joining(" "));
  }

  private static String format(Term term) {
    String text =
        switch (term) {
          case Word word -> word.text();
          case Unfinished word -> word.text();
          case Prefix prefix -> prefix.text() + "*";
          case Phrase phrase -> "\"" + phrase.text() + "\"";
        };
    return term.field()
        .map(field -> field.name().toLowerCase(Locale.ROOT) + ":" + text)
        .orElse(text);
  }
}
