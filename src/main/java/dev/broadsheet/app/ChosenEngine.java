package dev.broadsheet.app;

import dev.broadsheet.config.Config;
import dev.broadsheet.config.ConfigException;
import dev.broadsheet.config.Secret;
import dev.broadsheet.config.Visibility;
import dev.broadsheet.indexing.IndexTarget;
import dev.broadsheet.lucene.LuceneEngine;
import dev.broadsheet.lucene.LuceneSettings;
import dev.broadsheet.meaning.Embedder;
import dev.broadsheet.meaning.EmbeddingException;
import dev.broadsheet.meaning.Models;
import dev.broadsheet.meaning.VectorSpace;
import dev.broadsheet.opensearch.OpenSearchEngine;
import dev.broadsheet.opensearch.OpenSearchSettings;
import dev.broadsheet.search.IndexCheck;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchEngineException;
import dev.broadsheet.search.SearchObserver;
import dev.broadsheet.words.QualityBoost;
import dev.broadsheet.words.Ranking;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine that the settings name: the one place that knows which there are. */
final class ChosenEngine {
  private static final Logger LOG = LoggerFactory.getLogger(ChosenEngine.class);

  private final Config config;

  ChosenEngine(Config config) {
    this.config = config;
  }

  /** Whether there is an index, as far as can be told: a cluster that is gone may have one. */
  boolean exists() {
    return switch (config.engine()) {
      case LUCENE -> LuceneEngine.exists(config.index());
      case OPENSEARCH -> mayExist();
    };
  }

  private boolean mayExist() {
    try {
      return OpenSearchEngine.exists(openSearch());
    } catch (SearchEngineException e) {
      LOG.warn("whether there is an index can't be told yet: {}", e.getMessage());
      return true;
    }
  }

  /** Where the index is, to be told. */
  String place() {
    return switch (config.engine()) {
      case LUCENE -> config.index().toString();
      case OPENSEARCH ->
          config.openSearch().index()
              + " in the cluster "
              + String.join(", ", config.openSearch().hosts());
    };
  }

  /**
   * Loads the model, where meanings are searched; who is given it closes it after the engine.
   *
   * @throws ConfigException where the build has none
   */
  Optional<Embedder> meaning() {
    try {
      return config.semantic() ? Optional.of(Models.open()) : Optional.empty();
    } catch (EmbeddingException e) {
      throw new ConfigException(Objects.requireNonNullElse(e.getMessage(), "no model"), e);
    }
  }

  /**
   * The index, to be written to.
   *
   * @param space of the vectors to be kept, if there are any
   */
  IndexTarget target(Optional<VectorSpace> space) {
    return switch (config.engine()) {
      case LUCENE -> LuceneEngine.target(config.index(), lucene(), space);
      case OPENSEARCH -> OpenSearchEngine.target(openSearch());
    };
  }

  /** The index, to be read with all the time that it takes. */
  SearchEngine open(Optional<Embedder> embedder) {
    return switch (config.engine()) {
      case LUCENE ->
          LuceneEngine.open(
              config.index(), lucene(), Optional.empty(), SearchObserver.NONE, embedder);
      case OPENSEARCH -> OpenSearchEngine.open(openSearch());
    };
  }

  /** The same, with answers that are given up after some time. */
  SearchEngine open(Duration timeout, SearchObserver observer, Optional<Embedder> embedder) {
    return switch (config.engine()) {
      case LUCENE ->
          LuceneEngine.open(config.index(), lucene(), Optional.of(timeout), observer, embedder);
      case OPENSEARCH -> OpenSearchEngine.open(openSearch(), Optional.of(timeout), observer);
    };
  }

  /** Whether all files of the index are as they were written; a cluster looks after its own. */
  IndexCheck check() {
    return switch (config.engine()) {
      case LUCENE -> LuceneEngine.check(config.index());
      case OPENSEARCH ->
          throw new SearchEngineException(
              "the files of an index in a cluster can't be looked at from here; the cluster"
                  + " verifies them when it reads them");
    };
  }

  private LuceneSettings lucene() {
    return new LuceneSettings(
        quality(), onlyPublished(), ranking(config.ranking()), Optional.of(config.synonyms()));
  }

  private OpenSearchSettings openSearch() {
    Config.OpenSearch cluster = config.openSearch();
    Optional<OpenSearchSettings.User> user =
        cluster
            .user()
            .map(name ->
                new OpenSearchSettings.User(
                    name, cluster.password().read().map(Secret::value).orElse("")));
    return new OpenSearchSettings(
        new OpenSearchSettings.Cluster(
            cluster.hosts().stream().map(URI::create).toList(), user, cluster.certificate()),
        new OpenSearchSettings.Index(cluster.index(), cluster.shards(), cluster.replicas()),
        quality(),
        onlyPublished(),
        ranking(config.ranking()),
        Optional.of(config.synonyms()));
  }

  private QualityBoost quality() {
    return new QualityBoost(config.quality().weight(), config.quality().pivot());
  }

  private boolean onlyPublished() {
    return config.visibility() == Visibility.PUBLISHED;
  }

  private static Ranking ranking(Config.Ranking ranking) {
    Config.Texts texts = ranking.texts();
    Config.Bonus bonus = ranking.bonus();
    Config.Relax relax = ranking.relax();
    return new Ranking(
        new Ranking.Texts(
            texts.title(), texts.excerpt(), texts.topic(), texts.provider(), texts.body()),
        new Ranking.Bonus(bonus.exact(), bonus.proximity(), bonus.synonym(), bonus.feedback()),
        new Ranking.Relaxing(relax.words(), relax.below(), relax.longBelow(), relax.enough()),
        new Ranking.Recency(ranking.recency().weight(), ranking.recency().halfLife()));
  }
}
