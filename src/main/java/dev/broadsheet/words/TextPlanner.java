package dev.broadsheet.words;

import dev.broadsheet.search.TextQuery;
import dev.broadsheet.search.Wording;
import dev.broadsheet.words.PlanDecision.Relaxation;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides how words are looked for in an index. The decision depends on the words and on what is
 * visible, not on the filters, the order or the page of a request: so each of its counts is the
 * total of the search that is narrowed by it.
 *
 * @param <Q> the engine's queries
 */
public final class TextPlanner<Q> {
  /** With fewer items than this, not even a page, the words as typed find too little. */
  private static final int FEW = 10;

  /** One of so many parts of the heap is for what was decided. */
  private static final int HEAP_PARTS_OF_DECISIONS = 32;

  /** What a decision takes in memory, beside its words. */
  private static final int BYTES = 500;

  private final IndexView<Q> index;
  private final Queries<Q> queries;
  private final Restriction restriction;
  private final Ranking ranking;
  private final Synonyms synonyms;
  private final QueryAnalysis analysis = new QueryAnalysis();
  private final TextTranslator<Q> translator;

  /**
   * A planner.
   *
   * @param index what all numbers are asked of
   */
  public TextPlanner(
      IndexView<Q> index, Restriction restriction, Ranking ranking, Synonyms synonyms) {
    this.index = index;
    this.queries = index.queries();
    this.restriction = restriction;
    this.ranking = ranking;
    this.synonyms = synonyms;
    this.translator = new TextTranslator<>(queries, ranking, synonyms, index.weights(), analysis);
  }

  /**
   * The plan for a query.
   *
   * @param typos whether near spellings are looked for where the words as typed find too little
   */
  public TextPlan<Q> plan(TextQuery typed, boolean typos) throws IOException {
    return index.planned(new Question(typed, typos, synonyms), this::plan);
  }

  private TextPlan<Q> plan(Question question) throws IOException {
    Decided decided = index.decided(question, this::decide);
    TextPlan<Q> plan = plan(question.typed(), decided.decision());
    return decided.didYouMean().map(plan::didYouMean).orElse(plan);
  }

  /**
   * What is decided by the index. Its answer stays the same while the snapshot does, and is asked
   * for again with each page, filter and facet that a visitor chooses.
   */
  public record Question(TextQuery typed, boolean typos, Synonyms synonyms) {}

  /** What was decided, and a query that was probably meant. */
  public record Decided(PlanDecision decision, Optional<String> didYouMean) {}

  /** What remembers decisions of a snapshot: of half a gigabyte of heap, some ten thousand. */
  public static BoundedCache<Question, Decided> decisions() {
    return new BoundedCache<>(BoundedCache.ofHeap(HEAP_PARTS_OF_DECISIONS), TextPlanner::bytes);
  }

  /** About how many bytes it takes to remember a decision, with its question. */
  private static int bytes(Question question, Decided decided) {
    return BYTES + question.typed().bytes() + decided.decision().bytes();
  }

  private Decided decide(Question question) throws IOException {
    TextQuery typed = question.typed();
    PlanDecision asTyped = PlanDecision.asTyped(index.committedAt());
    PlanDecision meant = asTyped.with(corrections(typed));
    if (meant.equals(asTyped)) {
      return new Decided(relaxed(typed, asTyped), Optional.empty());
    }
    return question.typos() && findsFew(typed)
        ? new Decided(relaxed(typed, meant), Optional.empty())
        : new Decided(relaxed(typed, asTyped), Optional.of(meant.text(typed)));
  }

  /** The query with near spellings, if they are looked for; nothing else is planned. */
  public Optional<String> corrected(TextQuery typed) throws IOException {
    PlanDecision meant = PlanDecision.asTyped(index.committedAt()).with(corrections(typed));
    return meant.corrections().isEmpty() || !findsFew(typed)
        ? Optional.empty()
        : Optional.of(meant.text(typed));
  }

  private PlanDecision relaxed(TextQuery typed, PlanDecision decision) throws IOException {
    return new PlanDecision(
        decision.corrections(), relaxation(decision.corrected(typed)), decision.scoredAt());
  }

  private Map<String, String> corrections(TextQuery typed) throws IOException {
    return new SpellingCorrector(new NearSpellings(new Spelt(), analysis)).corrections(typed);
  }

  private boolean findsFew(TextQuery typed) throws IOException {
    return index.count(visible(asTyped(typed)), FEW) < FEW;
  }

  /** What all words of a query match together, as typed. */
  public Q asTyped(TextQuery typed) throws IOException {
    return translator.strict(typed).allMatching(queries);
  }

  /** The plan for a query of which all that has to be decided has been decided before. */
  public TextPlan<Q> plan(TextQuery typed, PlanDecision decision) throws IOException {
    TextQuery meant = decision.corrected(typed);
    Optional<String> corrected =
        decision.corrections().isEmpty() ? Optional.empty() : Optional.of(decision.text(typed));
    return new TextPlan<>(
        tiers(typed, decision),
        new Highlighter(queries.wanted(translator.marking(meant))),
        new Wording(corrected, Optional.empty(), decision.relaxed()),
        decision);
  }

  /** What the scores of such a plan are made of. */
  List<Q> scored(TextQuery typed, PlanDecision decision) throws IOException {
    return TextPlan.scored(tiers(typed, decision));
  }

  private List<TextPlan.Tier<Q>> tiers(TextQuery typed, PlanDecision decision) throws IOException {
    TextQuery meant = decision.corrected(typed);
    List<TextPlan.Tier<Q>> tiers = new ArrayList<>();
    tiers.add(strict(typed, decision));
    if (!meant.equals(typed)) {
      tiers.add(corrected(meant, decision, tiers.getLast()));
    }
    if (decision.relaxation().isPresent()) {
      tiers.add(relaxed(meant, decision, decision.relaxation().get(), tiers.getLast()));
    }
    return tiers;
  }

  /** What has all words, of which there is little where the query is relaxed. */
  private TextPlan.Tier<Q> strict(TextQuery text, PlanDecision decision) throws IOException {
    Clauses<Q> clauses = translator.strict(text);
    Q scored = aged(clauses.all(queries), decision.scoredAt());
    if (decision.relaxation().isEmpty()) {
      return new TextPlan.Tier<>(scored, scored, clauses.allMatching(queries));
    }
    Q few = few(clauses);
    return new TextPlan.Tier<>(scored, aged(clauses.all(queries, few), decision.scoredAt()), few);
  }

  private Q few(Clauses<Q> clauses) throws IOException {
    return queries.few(
        clauses.allMatching(queries), ranking.relaxing().tooFew(clauses.words().size()));
  }

  private TextPlan.Tier<Q> corrected(
      TextQuery meant, PlanDecision decision, TextPlan.Tier<Q> before) throws IOException {
    TextPlan.Tier<Q> tier = strict(meant, decision);
    Q alone = queries.restricted(tier.alone(), List.of(), List.of(before.matching()));
    return new TextPlan.Tier<>(tier.scored(), alone, tier.matching());
  }

  private Q aged(Q query, Instant now) {
    return ranking.recency().isOn() ? queries.aged(query, ranking.recency(), now) : query;
  }

  private TextPlan.Tier<Q> relaxed(
      TextQuery meant, PlanDecision decision, Relaxation relaxation, TextPlan.Tier<Q> before)
      throws IOException {
    TextQuery text = relaxation.loosened() ? TextTranslator.loosened(meant).orElse(meant) : meant;
    List<Q> besides = new ArrayList<>();
    for (Map.Entry<String, Float> word : relaxation.feedback().entrySet()) {
      Q common = queries.term(SearchFields.TEXT, word.getKey());
      besides.add(queries.times(common, word.getValue()));
    }
    Clauses<Q> clauses = translator.loose(text);
    Q enough = queries.enough(clauses.coverage(queries), relaxation.least());
    Q rest = queries.without(enough, before.matching());
    return new TextPlan.Tier<>(
        aged(clauses.some(queries, enough, besides), decision.scoredAt()),
        aged(clauses.some(queries, rest, besides), decision.scoredAt()),
        clauses.someMatching(queries, enough));
  }

  /** How to relax a query of which too few items have all words; empty where that is no use. */
  private Optional<Relaxation> relaxation(TextQuery typed) throws IOException {
    Clauses<Q> strict = translator.strict(typed);
    int words = strict.words().size();
    int tooFew = ranking.relaxing().tooFew(words);
    Clauses<Q> loose = translator.loose(typed);
    Optional<TextQuery> loosened = TextTranslator.loosened(typed);
    if (tooFew == 0 || (!loose.canRelax() && loosened.isEmpty())) {
      return Optional.empty();
    }
    int found = index.count(visible(few(strict)), tooFew);
    if (found >= tooFew) {
      return Optional.empty();
    }
    if (loosened.isPresent()) {
      int withPhrases = index.count(visible(loose.covered(queries)), tooFew);
      if (withPhrases == 0 || (withPhrases < tooFew && !ranking.relaxing().isShort(words))) {
        return relaxation(translator.loose(loosened.get()), true, found);
      }
    }
    return loose.canRelax() ? relaxation(loose, false, found) : Optional.empty();
  }

  private Optional<Relaxation> relaxation(Clauses<Q> clauses, boolean loosened, int strict)
      throws IOException {
    Q covered = visible(clauses.covered(queries));
    if (index.count(covered, strict + 1) <= strict) {
      return Optional.empty();
    }
    float least =
        new CoverageRanking(clauses.words().stream().mapToDouble(Clause::weight).sum())
            .leastOf(ranking.relaxing().enough(clauses.words().size()), covered, index);
    Q enough = queries.enough(clauses.coverage(queries), least);
    var feedback = new Feedback<>(index, ranking);
    return Optional.of(
        new Relaxation(
            loosened,
            least,
            feedback.of(
                visible(clauses.some(queries, enough, List.of())),
                clauses.words().size(),
                clauses.weight())));
  }

  private Q visible(Q query) {
    return restriction.of(queries, query, List.of());
  }

  private final class Spelt implements NearSpellings.Index {
    @Override
    public WordList words() {
      return index.words();
    }

    @Override
    public long countWord(String word) throws IOException {
      return index.count(visible(queries.term(SearchFields.WORD, word)));
    }

    @Override
    public int count(List<TextQuery.Group> groups, int limit) throws IOException {
      return index.count(visible(asTyped(new TextQuery(groups, List.of()))), limit);
    }

    @Override
    public int atLeast(String stem) throws IOException {
      return restriction.onlyPublished()
          ? 0
          : index.weights().documentsWith(SearchFields.TEXT, stem) - index.deletedDocuments();
    }
  }
}
