package dev.broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.Kind;
import dev.broadsheet.article.Mention;
import dev.broadsheet.fixture.SharedFiles;
import dev.broadsheet.fixture.Thorough;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole sites: no file is lost. */
@Thorough
class RealSitesTest {
  private static final class Counts implements MentionSink {
    final Set<ArticleId> ids = new HashSet<>();
    final List<String> problems = new ArrayList<>();
    int articles;
    int mentions;

    @Override
    public void mention(Mention mention) {
      Article article = mention.article();
      if (article.kind() == Kind.ARTICLE) {
        articles++;
      } else {
        mentions++;
      }
      ids.add(article.id());
    }

    @Override
    public void problem(CorpusProblem problem) {
      problems.add(problem.toString());
    }
  }

  private static Counts read(Path root) {
    CorpusReader reader = new CorpusReader(root, CorpusLimits.DEFAULT);
    CorpusListing listing = reader.list();
    Counts counts = new Counts();
    assertThat(listing.problems()).isEmpty();
    listing.files().forEach(file -> reader.read(file, counts));
    return counts;
  }

  @ParameterizedTest
  @CsvSource({"azure, 4958, 161223", "power-apps, 192, 0"})
  void site_isReadWhole(String site, int articles, int mentions, @TempDir Path root)
      throws Exception {
    Counts counts = read(SharedFiles.unpack("sites/" + site + ".tar.xz", root));
    assertThat(counts.problems).isEmpty();
    assertThat(counts.articles).isEqualTo(articles);
    assertThat(counts.mentions).isEqualTo(mentions);
  }

  @Test
  void mentions_areOneItemForEachUrl(@TempDir Path root) throws Exception {
    assertThat(read(SharedFiles.unpack("sites/azure.tar.xz", root)).ids).hasSize(4_944);
  }
}
