package dev.broadsheet.lucene;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.fixture.SharedFiles;
import dev.broadsheet.fixture.Thorough;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchRequest;
import dev.broadsheet.search.SuggestRequest;
import dev.broadsheet.search.Suggestion;
import dev.broadsheet.search.TextQuery;
import dev.broadsheet.search.TextQueryParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strings that break programs, as titles and as what is typed. */
@Thorough
final class NaughtyTypingTest {
  @TempDir private Path folder;

  @Test
  void naughtyStrings_breakNeitherTyposNorSuggestions() throws IOException {
    List<String> strings = SharedFiles.naughtyStrings();
    List<ArticleBuilder> articles = new ArrayList<>();
    for (int i = 0; i < strings.size(); i++) {
      articles.add(article("" + i).title("x" + strings.get(i)).topics("x" + strings.get(i)));
    }
    try (SearchEngine engine = LuceneIndexes.open(folder, articles)) {
      for (String text : strings) {
        engine.search(typed(TextQueryParser.parse(text)));
        engine.search(typed(TextQueryParser.parseUnfinished(text)));
        engine.search(typed(TextQueryParser.parseUnfinished("x" + text)));
        for (Suggestion suggestion :
            engine.suggest(new SuggestRequest(text, List.of(), 10)).suggestions()) {
          assertThat(suggestion.count()).as(text).isPositive();
          assertThat(suggestion.highlight().replace("<mark>", "").replace("</mark>", ""))
              .as(text)
              .doesNotContain("<", ">", "\"");
        }
      }
    }
  }

  private static SearchRequest typed(TextQuery query) {
    SearchRequest plain = new RequestBuilder().typos().highlight().build();
    return new SearchRequest(
        query,
        plain.filters(),
        plain.sort(),
        plain.page(),
        plain.facets(),
        plain.zone(),
        plain.options());
  }
}
