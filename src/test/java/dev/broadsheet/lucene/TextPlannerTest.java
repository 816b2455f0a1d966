package dev.broadsheet.lucene;

import static dev.broadsheet.fixture.ArticleBuilder.article;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.fixture.ArticleBuilder;
import dev.broadsheet.fixture.TestIndex;
import dev.broadsheet.search.TextQuery;
import dev.broadsheet.search.TextQueryParser;
import dev.broadsheet.words.PlanDecision;
import dev.broadsheet.words.Ranking;
import dev.broadsheet.words.Synonyms;
import dev.broadsheet.words.TextPlan;
import dev.broadsheet.words.TextPlanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is decided about words, over a few hundred random texts. */
final class TextPlannerTest {
  private static final List<String> WORDS =
      List.of("bank", "river", "moon", "e-mail", "covid-19", "the", "of", "C++", "@ship", "us");

  @TempDir private Path folder;

  private interface Check {
    void run(Snapshot snapshot, TextPlanner<Query> planner) throws IOException;
  }

  private void check(LuceneSettings settings, Random random, Check check) throws IOException {
    List<ArticleBuilder> articles = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      articles.add(article("p" + i).title(words(random, 4)).excerpt(words(random, 9)));
    }
    TestIndex.writeInSteps(LuceneEngine.target(folder, settings), articles, 2);
    try (Searchers searchers = Searchers.open(folder)) {
      searchers.lend(snapshot -> {
        check.run(snapshot, planner(snapshot, settings));
        return true;
      });
    }
  }

  /** As each request has its own. */
  private static TextPlanner<Query> planner(Snapshot snapshot, LuceneSettings settings) {
    return new TextPlanner<>(
        new LuceneView(snapshot, snapshot.searcher()),
        settings.restriction(),
        settings.ranking(),
        Synonyms.NONE);
  }

  private static String words(Random random, int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean known = random.nextInt(3) > 0;
      words.add(
          known
              ? WORDS.get(random.nextInt(WORDS.size()))
              : "w" + random.nextInt(random.nextInt(40) + 1));
    }
    return String.join(" ", words);
  }

  private static TextQuery query(Random random) {
    String words = words(random, 1 + random.nextInt(7));
    String typed =
        switch (random.nextInt(4)) {
          case 0 -> words + " \"bank moon\"";
          case 1 -> words + " -river";
          default -> words;
        };
    return TextQueryParser.parse(typed);
  }

  private static int count(Snapshot snapshot, Query query) throws IOException {
    return snapshot.searcher().count(query);
  }

  @Test
  void eachTierMatchesAllThatTheOneBeforeMatches() throws IOException {
    long seed = Long.getLong("test.seed", System.nanoTime());
    System.out.println("TextPlannerTest: -Dtest.seed=" + seed);
    var random = new Random(seed);
    check(
        LuceneSettings.DEFAULT,
        random,
        (snapshot, planner) -> {
          for (int i = 0; i < 200; i++) {
            TextQuery typed = query(random);
            List<Query> tiers = planner.plan(typed, false).scored();
            for (int tier = 1; tier < tiers.size(); tier++) {
              Query lost =
                  new BooleanQuery.Builder()
                      .add(tiers.get(tier - 1), Occur.MUST)
                      .add(tiers.get(tier), Occur.MUST_NOT)
                      .build();
              assertThat(count(snapshot, lost)).as("%s, -Dtest.seed=%s", typed, seed).isZero();
            }
          }
        });
  }

  @Test
  void planIsTheSame_whereWhatWasDecidedIsGiven() throws IOException {
    var random = new Random(5);
    check(
        LuceneSettings.DEFAULT,
        random,
        (snapshot, planner) -> {
          for (int i = 0; i < 50; i++) {
            TextQuery typed = query(random);
            TextPlan<Query> plan = planner.plan(typed, false);
            assertThat(planner.plan(typed, plan.decision()).scored()).isEqualTo(plan.scored());
          }
        });
  }

  @Test
  void planIsRemembered_fromTheSecondTimeOn_andFindsTheSameAgain() throws IOException {
    var random = new Random(11);
    LuceneSettings settings = LuceneSettings.DEFAULT;
    check(
        settings,
        random,
        (snapshot, _) -> {
          for (int i = 0; i < 50; i++) {
            TextQuery typed = TextQueryParser.parse(words(random, 1 + i % 5) + " w" + i);
            TextPlan<Query> first = planner(snapshot, settings).plan(typed, true);
            List<String> found = found(snapshot, first);
            TextPlan<Query> second = planner(snapshot, settings).plan(typed, true);

            assertThat(second).isNotSameAs(first);
            assertThat(planner(snapshot, settings).plan(typed, true)).isSameAs(second);
            assertThat(found(snapshot, second)).isEqualTo(found);
            assertThat(found(snapshot, second)).isEqualTo(found);
          }
        });
  }

  /** The documents of each tier, with their scores. */
  private static List<String> found(Snapshot snapshot, TextPlan<Query> plan) throws IOException {
    List<String> found = new ArrayList<>();
    for (TextPlan.Tier<Query> tier : plan.tiers()) {
      for (ScoreDoc hit : snapshot.searcher().search(tier.alone(), 20).scoreDocs) {
        found.add(hit.toString());
      }
    }
    return found;
  }

  @Test
  void feedbackBringsNothingIn() throws IOException {
    var random = new Random(7);
    var relaxing = new Ranking.Relaxing(3, 10, 100, 50);
    check(
        LuceneSettings.DEFAULT.withRanking(Ranking.DEFAULT.withRelaxing(relaxing)),
        random,
        (snapshot, planner) -> {
          TextQuery typed = TextQueryParser.parse("moon w1 w2 w3 w4 w5");
          TextPlan<Query> plan = planner.plan(typed, false);
          PlanDecision.Relaxation relaxation = plan.decision().relaxation().orElseThrow();
          assertThat(relaxation.feedback()).isNotEmpty();
          var without =
              new PlanDecision(
                  plan.decision().corrections(),
                  java.util.Optional.of(
                      new PlanDecision.Relaxation(
                          relaxation.loosened(), relaxation.least(), java.util.Map.of())),
                  plan.decision().scoredAt());
          assertThat(count(snapshot, plan.widest()))
              .isEqualTo(count(snapshot, planner.plan(typed, without).widest()))
              .isGreaterThanOrEqualTo(50)
              .isLessThan(250);
        });
  }
}
