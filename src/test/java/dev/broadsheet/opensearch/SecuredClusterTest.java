package dev.broadsheet.opensearch;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.fixture.OpenSearchNode;
import dev.broadsheet.fixture.RequestBuilder;
import dev.broadsheet.fixture.SecuredNode;
import dev.broadsheet.fixture.SelfSigned;
import dev.broadsheet.fixture.TestIndex;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchEngineException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A cluster that is asked by TLS, with a name and a password. */
@Tag("opensearch")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SecuredClusterTest {
  private static final String PASSWORD = "ein Schlüssel: mit $ und \"";

  private SelfSigned key;
  private SecuredNode node;
  private OpenSearchSettings unsecured;

  @BeforeAll
  void secure(@TempDir Path folder) {
    Assumptions.assumeTrue(OpenSearchNode.isThere(), "no distribution of OpenSearch");
    key = SelfSigned.in(folder);
    unsecured = OpenSearchIndexes.unused(false);
    node = SecuredNode.before(unsecured.cluster().hosts().getFirst(), key, "broadsheet", PASSWORD);
  }

  @AfterAll
  void close() {
    if (node != null) {
      node.close();
    }
  }

  private OpenSearchSettings asking(Optional<String> password, Optional<Path> certificate) {
    return new OpenSearchSettings(
        new OpenSearchSettings.Cluster(
            List.of(node.url()),
            password.map(it -> new OpenSearchSettings.User("broadsheet", it)),
            certificate),
        unsecured.index(),
        unsecured.quality(),
        unsecured.onlyPublished(),
        unsecured.ranking(),
        unsecured.synonyms());
  }

  private static long total(OpenSearchSettings settings) {
    try (SearchEngine engine = OpenSearchEngine.open(settings)) {
      return engine.search(new RequestBuilder().build()).total();
    }
  }

  @Test
  void userWithThePassword_writesAndSearches() {
    OpenSearchSettings settings = asking(Optional.of(PASSWORD), Optional.of(key.certificate()));
    TestIndex.write(OpenSearchEngine.target(settings), List.of(article("1").title("Harbour")));
    assertThat(total(settings)).isEqualTo(1);
  }

  @Test
  void wrongPassword_isTroubleThatSaysSo_andNotWhich() {
    OpenSearchSettings settings = asking(Optional.of("guessed"), Optional.of(key.certificate()));
    int before = node.refused();
    assertThatThrownBy(() -> total(settings))
        .isInstanceOf(SearchEngineException.class)
        .hasMessageContaining("401: see opensearch.user and opensearch.password")
        .hasMessageNotContaining("guessed");
    assertThat(node.refused()).isGreaterThan(before);
  }

  @Test
  void nobody_isRefused() {
    OpenSearchSettings settings = asking(Optional.empty(), Optional.of(key.certificate()));
    assertThatThrownBy(() -> total(settings))
        .isInstanceOf(SearchEngineException.class)
        .hasMessageContaining("401");
  }

  @Test
  void nodeThatNoKnownAuthorityHasSigned_isToldNothing(@TempDir Path folder) {
    Path other = SelfSigned.in(folder).certificate();
    int before = node.refused();
    for (Optional<Path> certificate : List.of(Optional.<Path>empty(), Optional.of(other))) {
      OpenSearchSettings settings = asking(Optional.of(PASSWORD), certificate);
      assertThatThrownBy(() -> total(settings))
          .isInstanceOf(SearchEngineException.class)
          .hasMessageContaining("certificat");
    }
    assertThat(node.refused()).isEqualTo(before);
  }
}
