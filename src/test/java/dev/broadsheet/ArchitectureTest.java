package dev.broadsheet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Keeps the arrows between the packages, and each library behind its fence. */
@AnalyzeClasses(packages = "dev.broadsheet", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule ARROWS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("article")
          .definedBy("dev.broadsheet.article..")
          .layer("meaning")
          .definedBy("dev.broadsheet.meaning..")
          .layer("minilm")
          .definedBy("dev.broadsheet.minilm..")
          .layer("corpus")
          .definedBy("dev.broadsheet.corpus..")
          .layer("search")
          .definedBy("dev.broadsheet.search..")
          .layer("indexing")
          .definedBy("dev.broadsheet.indexing..")
          .layer("words")
          .definedBy("dev.broadsheet.words..")
          .layer("lucene")
          .definedBy("dev.broadsheet.lucene..")
          .layer("opensearch")
          .definedBy("dev.broadsheet.opensearch..")
          .layer("analytics")
          .definedBy("dev.broadsheet.analytics..")
          .layer("page")
          .definedBy("dev.broadsheet.page..")
          .layer("http")
          .definedBy("dev.broadsheet.http..")
          .layer("config")
          .definedBy("dev.broadsheet.config..")
          .layer("app")
          .definedBy("dev.broadsheet.app..")
          .layer("cli")
          .definedBy("dev.broadsheet.cli..")
          .whereLayer("article")
          .mayNotAccessAnyLayer()
          .whereLayer("meaning")
          .mayNotAccessAnyLayer()
          .whereLayer("minilm")
          .mayOnlyAccessLayers("meaning")
          .whereLayer("minilm")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("config")
          .mayNotAccessAnyLayer()
          .whereLayer("corpus")
          .mayOnlyAccessLayers("article")
          .whereLayer("search")
          .mayOnlyAccessLayers("article")
          .whereLayer("indexing")
          .mayOnlyAccessLayers("article", "corpus", "meaning")
          .whereLayer("words")
          .mayOnlyAccessLayers("article", "search")
          .whereLayer("lucene")
          .mayOnlyAccessLayers("article", "search", "indexing", "words", "meaning")
          .whereLayer("opensearch")
          .mayOnlyAccessLayers("article", "search", "indexing", "words")
          .whereLayer("analytics")
          .mayNotAccessAnyLayer()
          .whereLayer("page")
          .mayOnlyAccessLayers("article", "search")
          .whereLayer("http")
          .mayOnlyAccessLayers("analytics", "article", "search", "page")
          .whereLayer("app")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("cli")
          .mayOnlyAccessLayers(
              "analytics", "app", "config", "indexing", "search", "corpus", "article")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          // The model is part of some builds only.
          .withOptionalLayers(true);

  @ArchTest
  static final ArchRule NO_CIRCLES =
      slices().matching("dev.broadsheet.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule LUCENE =
      onlyIn("org.apache.lucene..", "dev.broadsheet.lucene..", "dev.broadsheet.words..");

  /** Texts are analyzed the same way for every engine; what an index is, only one of them knows. */
  @ArchTest
  static final ArchRule WORDS_KNOW_NO_INDEX =
      noClasses()
          .that()
          .resideInAPackage("dev.broadsheet.words..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.lucene.index..",
              "org.apache.lucene.search..",
              "org.apache.lucene.store..");

  @ArchTest
  static final ArchRule OPENSEARCH = onlyIn("org.opensearch..", "dev.broadsheet.opensearch..");

  @ArchTest
  static final ArchRule HTTP_CLIENT = onlyIn("org.apache.hc..", "dev.broadsheet.opensearch..");

  @ArchTest
  static final ArchRule JSON_TREES =
      onlyIn("tools.jackson.databind..", "dev.broadsheet.opensearch..");

  @ArchTest static final ArchRule JAVALIN = onlyIn("io.javalin..", "dev.broadsheet.http..");

  @ArchTest static final ArchRule JTE = onlyIn("gg.jte..", "dev.broadsheet.page..");

  @ArchTest static final ArchRule JETTY = onlyIn("org.eclipse.jetty..", "dev.broadsheet.http..");

  @ArchTest
  static final ArchRule BUCKET4J = onlyIn("io.github.bucket4j..", "dev.broadsheet.http..");

  @ArchTest
  static final ArchRule CAFFEINE =
      onlyIn("com.github.benmanes.caffeine..", "dev.broadsheet.http..", "dev.broadsheet.words..");

  @ArchTest static final ArchRule PICOCLI = onlyIn("picocli..", "dev.broadsheet.cli..");

  @ArchTest static final ArchRule MICROMETER = onlyIn("io.micrometer..", "dev.broadsheet.http..");

  @ArchTest static final ArchRule WATCHER = onlyIn("io.methvin..", "dev.broadsheet.app..");

  @ArchTest static final ArchRule LOGBACK = onlyIn("ch.qos.logback..", "dev.broadsheet.app..");

  @ArchTest
  static final ArchRule PROGRESS_BAR = onlyIn("me.tongfei.progressbar..", "dev.broadsheet.cli..");

  @ArchTest
  static final ArchRule SNAKEYAML =
      onlyIn("org.yaml.snakeyaml..", "dev.broadsheet.corpus..", "dev.broadsheet.config..");

  @ArchTest static final ArchRule ONNX = onlyIn("ai.onnxruntime..", "dev.broadsheet.minilm..");

  @ArchTest static final ArchRule JSOUP = onlyIn("org.jsoup..", "dev.broadsheet.corpus..");

  @ArchTest
  static final ArchRule COMMONMARK = onlyIn("org.commonmark..", "dev.broadsheet.corpus..");

  @ArchTest
  static final ArchRule ONLY_THE_ENGINE_AND_ITS_SETTINGS_ARE_PUBLIC =
      com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes()
          .that()
          .resideInAPackage("dev.broadsheet.lucene..")
          .and()
          .areTopLevelClasses()
          .and()
          .arePublic()
          .and()
          .areTopLevelClasses()
          .should()
          .haveNameMatching(".*\\.(LuceneEngine|LuceneSettings)");

  @ArchTest
  static final ArchRule ONLY_THE_CLUSTER_ENGINE_AND_ITS_SETTINGS_ARE_PUBLIC =
      com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes()
          .that()
          .resideInAPackage("dev.broadsheet.opensearch..")
          .and()
          .areTopLevelClasses()
          .and()
          .arePublic()
          .should()
          .haveNameMatching(".*\\.(OpenSearchEngine|OpenSearchSettings)");

  private static ArchRule onlyIn(String library, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }
}
