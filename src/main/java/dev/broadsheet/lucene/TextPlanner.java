package dev.broadsheet.lucene;

import dev.broadsheet.lucene.PlanDecision.Relaxation;
import dev.broadsheet.search.TextQuery;
import dev.broadsheet.search.Wording;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * Decides how words are looked for in an index. The decision depends on the words and on what is
 * visible, not on the filters, the order or the page of a request: so each of its counts is the
 * total of the search that is narrowed by it.
 */
final class TextPlanner {
  /** With fewer items than this, not even a page, the words as typed find too little. */
  private static final int FEW = 10;

  private final Snapshot snapshot;
  private final IndexSearcher searcher;
  private final Restriction restriction;
  private final Ranking ranking;
  private final Synonyms synonyms;
  private final TermWeights weights;
  private final QueryAnalysis analysis = new QueryAnalysis();
  private final TextTranslator translator;

  /**
   * A planner.
   *
   * @param searcher of the snapshot; all term statistics are asked of it
   */
  TextPlanner(
      Snapshot snapshot, IndexSearcher searcher, LuceneSettings settings, Synonyms synonyms) {
    this.snapshot = snapshot;
    this.searcher = searcher;
    this.restriction = new Restriction(settings.onlyPublished());
    this.ranking = settings.ranking();
    this.synonyms = synonyms;
    this.weights = new TermWeights(searcher);
    this.translator = new TextTranslator(ranking, synonyms, weights, analysis);
  }

  /**
   * The plan for a query.
   *
   * @param typos whether near spellings are looked for where the words as typed find too little
   */
  TextPlan plan(TextQuery typed, boolean typos) throws IOException {
    Decided decided =
        snapshot.decisions().get(new Question(typed, typos, synonyms), unknown -> decide(unknown));
    TextPlan plan = plan(typed, decided.decision());
    return decided.didYouMean().map(plan::didYouMean).orElse(plan);
  }

  /**
   * What is decided by the index. Its answer stays the same while the snapshot does, and is asked
   * for again with each page, filter and facet that a visitor chooses.
   */
  record Question(TextQuery typed, boolean typos, Synonyms synonyms) {}

  /** What was decided, and a query that was probably meant. */
  record Decided(PlanDecision decision, Optional<String> didYouMean) {}

  private Decided decide(Question question) throws IOException {
    TextQuery typed = question.typed();
    PlanDecision asTyped = PlanDecision.asTyped(snapshot.committedAt());
    PlanDecision meant = asTyped.with(corrections(typed));
    if (meant.equals(asTyped)) {
      return new Decided(relaxed(typed, asTyped), Optional.empty());
    }
    return question.typos() && findsFew(typed)
        ? new Decided(relaxed(typed, meant), Optional.empty())
        : new Decided(relaxed(typed, asTyped), Optional.of(meant.text(typed)));
  }

  /** The query with near spellings, if they are looked for; nothing else is planned. */
  Optional<String> corrected(TextQuery typed) throws IOException {
    PlanDecision meant = PlanDecision.asTyped(snapshot.committedAt()).with(corrections(typed));
    return meant.corrections().isEmpty() || !findsFew(typed)
        ? Optional.empty()
        : Optional.of(meant.text(typed));
  }

  private PlanDecision relaxed(TextQuery typed, PlanDecision decision) throws IOException {
    return new PlanDecision(
        decision.corrections(), relaxation(decision.corrected(typed)), decision.scoredAt());
  }

  private Map<String, String> corrections(TextQuery typed) throws IOException {
    return new SpellingCorrector(
            new NearSpellings(snapshot, restriction, weights, analysis, this::asTyped))
        .corrections(typed);
  }

  private boolean findsFew(TextQuery typed) throws IOException {
    return count(restriction.of(asTyped(typed), List.of()), FEW) < FEW;
  }

  /** What all words of a query match together, as typed. */
  Query asTyped(TextQuery typed) throws IOException {
    return translator.strict(typed).allMatching();
  }

  /** The plan for a query of which all that has to be decided has been decided before. */
  TextPlan plan(TextQuery typed, PlanDecision decision) throws IOException {
    TextQuery meant = decision.corrected(typed);
    Optional<String> corrected =
        decision.corrections().isEmpty() ? Optional.empty() : Optional.of(decision.text(typed));
    List<TextPlan.Tier> tiers = new ArrayList<>();
    Query asTyped = aged(translator.strict(typed).all(), decision.scoredAt());
    tiers.add(new TextPlan.Tier(asTyped, asTyped, asTyped(typed)));
    if (!meant.equals(typed)) {
      tiers.add(corrected(meant, decision, tiers.getLast()));
    }
    if (decision.relaxation().isPresent()) {
      tiers.add(relaxed(meant, decision, decision.relaxation().get(), tiers.getLast()));
    }
    return new TextPlan(
        tiers,
        translator.marking(meant),
        new Wording(corrected, Optional.empty(), decision.relaxed()),
        decision);
  }

  private TextPlan.Tier corrected(TextQuery meant, PlanDecision decision, TextPlan.Tier before)
      throws IOException {
    Query scored = aged(translator.strict(meant).all(), decision.scoredAt());
    Query alone = QueryTranslator.restricted(scored, Stream.empty(), Stream.of(before.matching()));
    return new TextPlan.Tier(scored, alone, asTyped(meant));
  }

  private Query aged(Query query, Instant now) {
    return ranking.recency().isOn() ? new RecencyQuery(query, ranking.recency(), now) : query;
  }

  private TextPlan.Tier relaxed(
      TextQuery meant, PlanDecision decision, Relaxation relaxation, TextPlan.Tier before)
      throws IOException {
    TextQuery text = relaxation.loosened() ? TextTranslator.loosened(meant).orElse(meant) : meant;
    List<Query> besides = new ArrayList<>();
    for (Map.Entry<String, Float> word : relaxation.feedback().entrySet()) {
      Query common = weights.query(new Term(Schema.TEXT, word.getKey()));
      besides.add(new BoostQuery(common, word.getValue()));
    }
    Clauses clauses = translator.loose(text);
    var enough = new CoverageQuery(clauses.coverage(), relaxation.least());
    CoverageQuery rest = enough.without(before.matching());
    return new TextPlan.Tier(
        aged(clauses.some(enough, besides), decision.scoredAt()),
        aged(clauses.some(rest, besides), decision.scoredAt()),
        clauses.someMatching(enough));
  }

  /** How to relax a query of which too few items have all words; empty where that is no use. */
  private Optional<Relaxation> relaxation(TextQuery typed) throws IOException {
    Clauses strict = translator.strict(typed);
    int words = strict.words().size();
    int tooFew = ranking.relaxing().tooFew(words);
    Clauses loose = translator.loose(typed);
    Optional<TextQuery> loosened = TextTranslator.loosened(typed);
    if (tooFew == 0 || (!loose.canRelax() && loosened.isEmpty())) {
      return Optional.empty();
    }
    int found = count(restriction.of(strict.allMatching(), List.of()), tooFew);
    if (found >= tooFew) {
      return Optional.empty();
    }
    if (loosened.isPresent()) {
      int withPhrases = count(restriction.of(loose.covered(), List.of()), tooFew);
      if (withPhrases == 0 || (withPhrases < tooFew && !ranking.relaxing().isShort(words))) {
        return relaxation(translator.loose(loosened.get()), true, found);
      }
    }
    return loose.canRelax() ? relaxation(loose, false, found) : Optional.empty();
  }

  private Optional<Relaxation> relaxation(Clauses clauses, boolean loosened, int strict)
      throws IOException {
    Query covered = restriction.of(clauses.covered(), List.of());
    if (count(covered, strict + 1) <= strict) {
      return Optional.empty();
    }
    float least =
        new CoverageRanking(clauses.words().stream().mapToDouble(Clause::weight).sum())
            .leastOf(ranking.relaxing().enough(clauses.words().size()), covered, searcher);
    var enough = new CoverageQuery(clauses.coverage(), least);
    var feedback = new Feedback(snapshot, searcher, ranking, weights);
    return Optional.of(
        new Relaxation(
            loosened,
            least,
            feedback.of(
                restriction.of(clauses.some(enough, List.of()), List.of()), clauses.weight())));
  }

  private int count(Query query, int limit) throws IOException {
    return BoundedCount.of(searcher, query, limit);
  }
}
