package dev.broadsheet.opensearch;

import dev.broadsheet.contract.ArticleContract;
import dev.broadsheet.contract.CursorContract;
import dev.broadsheet.contract.ExplanationContract;
import dev.broadsheet.contract.FacetSearchContract;
import dev.broadsheet.contract.HighlightContract;
import dev.broadsheet.contract.LiveCursorContract;
import dev.broadsheet.contract.RandomSearchContract;
import dev.broadsheet.contract.SearchEngineContract;
import dev.broadsheet.contract.SimilarContract;
import dev.broadsheet.contract.StoryContract;
import dev.broadsheet.contract.SuggestContract;
import dev.broadsheet.contract.TyposContract;
import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.OpenSearchNode;
import dev.broadsheet.fixture.Thorough;
import dev.broadsheet.indexing.IndexTarget;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.words.Ranking;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/**
 * The one contract, on a real node of OpenSearch. One class, so that one process runs all of it and
 * starts one node.
 */
@Tag("opensearch")
final class OpenSearchContractTest {
  @BeforeAll
  static void needsADistribution() {
    Assumptions.assumeTrue(
        OpenSearchNode.isThere(),
        "no distribution of OpenSearch: mvn -Popensearch test fetches one");
  }

  @Nested
  class Search extends SearchEngineContract {
    @Override
    protected SearchEngine open(List<ArticleBuilder> articles) {
      return OpenSearchIndexes.open(articles, false);
    }

    @Override
    protected SearchEngine openPublishedOnly(List<ArticleBuilder> articles) {
      return OpenSearchIndexes.open(articles, true);
    }
  }

  @Nested
  class Article extends ArticleContract {
    @Override
    protected SearchEngine open(List<ArticleBuilder> articles) {
      return OpenSearchIndexes.open(articles, false);
    }

    @Override
    protected SearchEngine openPublishedOnly(List<ArticleBuilder> articles) {
      return OpenSearchIndexes.open(articles, true);
    }
  }

  @Nested
  class Cursor extends CursorContract {
    @Override
    protected SearchEngine open(List<ArticleBuilder> articles) {
      return OpenSearchIndexes.open(articles, false);
    }

    @Override
    protected SearchEngine openPublishedOnly(List<ArticleBuilder> articles) {
      return OpenSearchIndexes.open(articles, true);
    }
  }

  @Nested
  class Explanation extends ExplanationContract {
    @Override
    protected SearchEngine open(List<ArticleBuilder> articles) {
      return OpenSearchIndexes.open(articles, false);
    }

    @Override
    protected SearchEngine openPublishedOnly(List<ArticleBuilder> articles) {
      return OpenSearchIndexes.open(articles, true);
    }
  }

  @Nested
  class FacetSearch extends FacetSearchContract {
    @Override
    protected SearchEngine open(List<ArticleBuilder> articles) {
      return OpenSearchIndexes.open(articles, false);
    }

    @Override
    protected SearchEngine openPublishedOnly(List<ArticleBuilder> articles) {
      return OpenSearchIndexes.open(articles, true);
    }
  }

  @Nested
  class Highlight extends HighlightContract {
    @Override
    protected SearchEngine open(List<ArticleBuilder> articles) {
      return OpenSearchIndexes.open(articles, false);
    }
  }

  @Nested
  @Thorough
  class RandomSearch extends RandomSearchContract {
    @Override
    protected SearchEngine open(List<ArticleBuilder> articles) {
      // The matcher wants every word.
      return OpenSearchIndexes.openInSteps(
          articles, Ranking.DEFAULT.withRelaxing(Ranking.Relaxing.OFF), 3);
    }
  }

  @Nested
  class Similar extends SimilarContract {
    @Override
    protected SearchEngine open(List<ArticleBuilder> articles) {
      return OpenSearchIndexes.open(articles, false);
    }

    @Override
    protected SearchEngine openPublishedOnly(List<ArticleBuilder> articles) {
      return OpenSearchIndexes.open(articles, true);
    }
  }

  @Nested
  class Story extends StoryContract {
    @Override
    protected SearchEngine open(List<ArticleBuilder> articles) {
      return OpenSearchIndexes.open(articles, false);
    }

    @Override
    protected SearchEngine openPublishedOnly(List<ArticleBuilder> articles) {
      return OpenSearchIndexes.open(articles, true);
    }
  }

  @Nested
  class Suggest extends SuggestContract {
    @Override
    protected SearchEngine open(List<ArticleBuilder> articles) {
      return OpenSearchIndexes.open(articles, false);
    }

    @Override
    protected SearchEngine openPublishedOnly(List<ArticleBuilder> articles) {
      return OpenSearchIndexes.open(articles, true);
    }
  }

  @Nested
  class Typos extends TyposContract {
    @Override
    protected SearchEngine open(List<ArticleBuilder> articles) {
      return OpenSearchIndexes.open(articles, false);
    }

    @Override
    protected SearchEngine openPublishedOnly(List<ArticleBuilder> articles) {
      return OpenSearchIndexes.open(articles, true);
    }
  }

  @Nested
  @Thorough
  class LiveCursor extends LiveCursorContract {
    private final OpenSearchSettings settings = OpenSearchIndexes.unused(false);

    @Override
    protected IndexTarget target() {
      return OpenSearchEngine.target(settings);
    }

    @Override
    protected SearchEngine open() {
      return OpenSearchEngine.open(settings);
    }
  }
}
