package dev.broadsheet.words;

import dev.broadsheet.search.TextQuery;
import dev.broadsheet.search.TextQuery.Group;
import dev.broadsheet.search.TextQuery.Phrase;
import dev.broadsheet.search.TextQuery.Prefix;
import dev.broadsheet.search.TextQuery.Term;
import dev.broadsheet.search.TextQuery.Unfinished;
import dev.broadsheet.search.TextQuery.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A visitor's words, in an engine's words. For one request: what was translated is remembered.
 *
 * @param <Q> the engine's queries
 */
public final class TextTranslator<Q> {
  /**
   * How far apart two words may stand to count as near. Each place that they are apart takes more
   * from what they count, so that it hardly matters where it ends.
   */
  private static final int NEAR = 8;

  /** A query of up to so many words has no word that says little. */
  private static final int ALL_COUNT = 2;

  private final Queries<Q> queries;
  private final Ranking ranking;
  private final Synonyms synonyms;
  private final Weights weights;
  private final QueryAnalysis analysis;
  private final Map<TextQuery, Clauses<Q>> strict = new HashMap<>();
  private final Map<TextQuery, Clauses<Q>> loose = new HashMap<>();

  public TextTranslator(
      Queries<Q> queries,
      Ranking ranking,
      Synonyms synonyms,
      Weights weights,
      QueryAnalysis analysis) {
    this.queries = queries;
    this.ranking = ranking;
    this.synonyms = synonyms;
    this.weights = weights;
    this.analysis = analysis;
  }

  /** A query in its parts, of which all have to be there. */
  public Clauses<Q> strict(TextQuery text) throws IOException {
    return clauses(text, false);
  }

  /** A query in its parts, to be relaxed: each part of a compound word may be missed too. */
  public Clauses<Q> loose(TextQuery text) throws IOException {
    return clauses(text, true);
  }

  private Clauses<Q> clauses(TextQuery text, boolean apart) throws IOException {
    Map<TextQuery, Clauses<Q>> translated = apart ? loose : strict;
    Clauses<Q> known = translated.get(text);
    if (known == null) {
      known = translate(text, apart);
      translated.put(text, known);
    }
    return known;
  }

  private Clauses<Q> translate(TextQuery text, boolean apart) throws IOException {
    weights.expect(tokens(text));
    List<Q> excluded = new ArrayList<>();
    for (Term term : text.excluded()) {
      disjuncts(term).map(Disjuncts::matching).map(queries::any).ifPresent(excluded::add);
    }
    List<Clause<Q>> required = new ArrayList<>();
    List<PlainWord> plain = new ArrayList<>();
    Map<Object, Clause<Q>> words = new LinkedHashMap<>();
    for (Group group : text.groups()) {
      if (group.alternatives().stream().allMatch(TextTranslator::isPlain)) {
        plain.addAll(words(group, apart));
      } else {
        clause(group, Optional.empty(), List.of()).ifPresent(required::add);
      }
    }
    List<PlainWord> counting = counting(plain, required.isEmpty());
    Map<PlainWord, List<List<String>>> meant = synonyms(plain);
    for (PlainWord word : counting) {
      Object key = word.stems.isEmpty() ? word.group : word.stems;
      Clause<Q> known = words.get(key);
      if (known == null) {
        clause(word.group, word.whole, meant.getOrDefault(word, List.of()))
            .ifPresent(clause -> words.put(key, clause));
      } else {
        words.put(key, known.again());
      }
    }
    return new Clauses<>(
        required,
        List.copyOf(words.values()),
        near(plain, counting),
        excluded,
        text.groups().isEmpty());
  }

  /** All that will be asked about. */
  private Set<String> tokens(TextQuery text) {
    Set<String> tokens = new HashSet<>();
    for (Group group : text.groups()) {
      for (Term term : group.alternatives()) {
        tokens.addAll(analysis.words(term.text()));
        tokens.addAll(analysis.stems(term.text()));
        tokens.addAll(analysis.wholes(term.text()));
      }
    }
    return tokens;
  }

  /** What a text query marks in a text: whatever of it is there, even where not all of it is. */
  public Q marking(TextQuery text) throws IOException {
    Clauses<Q> clauses = strict(UnfinishedWord.asPrefixes(text));
    return queries.any(
        Stream.concat(clauses.required().stream(), clauses.words().stream())
            .map(clause -> queries.best(clause.parts(queries).toList()))
            .toList());
  }

  /** The same query with phrases as words, where there are other words besides. */
  public static Optional<TextQuery> loosened(TextQuery text) {
    List<Group> groups = new ArrayList<>();
    boolean changed = false;
    boolean words = false;
    for (Group group : text.groups()) {
      if (group.alternatives().size() == 1
          && group.alternatives().getFirst() instanceof Phrase phrase
          && phrase.field().isEmpty()) {
        changed = true;
        for (String word : phrase.text().split("\\s+", -1)) {
          groups.add(new Group(List.of(new Word(Optional.empty(), word))));
        }
      } else {
        words |= group.alternatives().stream().allMatch(TextTranslator::isPlain);
        groups.add(group);
      }
    }
    return changed && words
        ? Optional.of(new TextQuery(groups, text.excluded()))
        : Optional.empty();
  }

  private List<PlainWord> words(Group group, boolean apart) {
    var word = new PlainWord(group, Optional.empty(), analysis);
    List<String> parts = word.words;
    if (!apart || parts.size() < 2) {
      return List.of(word);
    }
    List<String> wholes = analysis.wholes(group.alternatives().getFirst().text());
    Optional<String> whole = wholes.size() == 1 ? Optional.of(wholes.getFirst()) : Optional.empty();
    return parts.stream()
        .map(part ->
            new PlainWord(new Group(List.of(new Word(Optional.empty(), part))), whole, analysis))
        .toList();
  }

  private static boolean isPlain(Term term) {
    return term.field().isEmpty() && (term instanceof Word || term instanceof Unfinished);
  }

  /** A word that may be missed, and what it is in the index; nothing for alternatives. */
  private static final class PlainWord {
    final Group group;
    final List<String> words;
    final List<String> stems;

    /** The word that it was typed as a part of, and that will do as well. */
    final Optional<String> whole;

    PlainWord(Group group, Optional<String> whole, QueryAnalysis analysis) {
      this.group = group;
      this.whole = whole;
      boolean one =
          group.alternatives().size() == 1 && group.alternatives().getFirst() instanceof Word;
      String text = group.alternatives().getFirst().text();
      this.words = one ? analysis.words(text) : List.of();
      this.stems = one ? analysis.stems(text) : List.of();
    }

    boolean saysLittle() {
      return words.size() == 1
          && StopWords.contains(words.getFirst())
          && !StopWords.isCapitalName(group.alternatives().getFirst().text());
    }
  }

  /** All words but those that say little, unless they are all there is. */
  private static List<PlainWord> counting(List<PlainWord> plain, boolean alone) {
    if (alone && plain.size() <= ALL_COUNT) {
      return plain;
    }
    List<PlainWord> counting = plain.stream().filter(word -> !word.saysLittle()).toList();
    return counting.isEmpty() && alone ? plain : counting;
  }

  /** The synonyms that begin, or go on, with each word. */
  private Map<PlainWord, List<List<String>>> synonyms(List<PlainWord> plain) {
    Map<PlainWord, List<List<String>>> meant = new LinkedHashMap<>();
    for (int start = 0; start < plain.size(); start++) {
      List<String> run = new ArrayList<>();
      for (int end = start; end < plain.size() && plain.get(end).words.size() == 1; end++) {
        run.add(plain.get(end).words.getFirst());
        List<List<String>> found = synonyms.of(run);
        for (int i = start; i <= end && !found.isEmpty(); i++) {
          meant.computeIfAbsent(plain.get(i), word -> new ArrayList<>()).addAll(found);
        }
      }
    }
    return meant;
  }

  /**
   * Each two neighbouring words of the query, near each other: the sequential dependence of Metzler
   * and Croft, "A Markov random field model for term dependencies", SIGIR 2005. Words that say
   * little keep their places between.
   */
  private List<Q> near(List<PlainWord> plain, List<PlainWord> counting) throws IOException {
    if (ranking.bonus().proximity() == 0) {
      return List.of();
    }
    Set<PlainWord> which = new HashSet<>(counting);
    Map<List<String>, Q> pairs = new LinkedHashMap<>();
    String before = "";
    int gap = 0;
    for (PlainWord word : plain) {
      if (word.stems.isEmpty()) {
        before = "";
      } else if (which.contains(word)) {
        String first = word.stems.getFirst();
        int apart = gap + 1;
        List<String> pair = List.of(before, first);
        if (!before.isEmpty() && !before.equals(first) && !pairs.containsKey(pair)) {
          pairs.put(pair, near(before, first, apart));
        }
        before = word.stems.getLast();
        gap = 0;
      } else {
        gap++;
      }
    }
    return List.copyOf(pairs.values());
  }

  private Q near(String first, String second, int apart) throws IOException {
    return queries.any(
        inTexts(
                List.of(first, second),
                (float) ranking.bonus().proximity(),
                (field, stems) -> queries.near(field, first, second, apart, NEAR))
            .cores()
            .toList());
  }

  private Optional<Clause<Q>> clause(Group group, Optional<String> whole, List<List<String>> meant)
      throws IOException {
    List<Disjuncts<Q>> alternatives = new ArrayList<>();
    double weight = Double.POSITIVE_INFINITY;
    for (Term term : group.alternatives()) {
      Optional<Disjuncts<Q>> sought = disjuncts(term);
      if (sought.isPresent()) {
        weight = Math.min(weight, weight(term));
        alternatives.add(sought.get());
      }
    }
    if (alternatives.isEmpty()) {
      return Optional.empty();
    }
    Disjuncts<Q> typed = Disjuncts.any(alternatives);
    List<Disjuncts<Q>> all = new ArrayList<>(List.of(typed));
    if (whole.isPresent()) {
      all.add(inTexts(List.of(whole.get()), 1, this::sideBySide));
    }
    for (List<String> synonym : meant) {
      all.add(synonym(synonym, weight));
    }
    return Optional.of(new Clause<>(Disjuncts.best(queries, all), weight, 1));
  }

  /** How much a term says, which is less where what it looks for is more than was typed. */
  private double weight(Term term) throws IOException {
    double typed = weights.idf(analysis.stems(term.text()));
    return term instanceof Unfinished
        ? Math.min(typed, UnfinishedWord.idf(weights, analysis.words(term.text())))
        : typed;
  }

  /** A synonym, which counts at most its share of what the typed word would count. */
  private Disjuncts<Q> synonym(List<String> words, double typedWeight) throws IOException {
    List<String> stems = analysis.stems(String.join(" ", words));
    double own = Math.max(weights.idf(stems), 1e-6);
    return inTexts(
        stems,
        (float) (ranking.bonus().synonym() * Math.min(1, typedWeight / own)),
        this::sideBySide);
  }

  /** What a term looks for; empty where there is no word in it. */
  private Optional<Disjuncts<Q>> disjuncts(Term term) throws IOException {
    List<String> words = analysis.words(term.text());
    if (words.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (term) {
          case Word word -> word(word, words);
          case Phrase phrase -> phrase(phrase, words);
          case Prefix prefix -> inField(prefix, words, 1, this::begun);
          case Unfinished word -> unfinished(word, words);
        });
  }

  private Disjuncts<Q> word(Word word, List<String> words) throws IOException {
    List<String> wholes = analysis.wholes(word.text());
    Disjuncts<Q> inParts = typed(word, words, analysis.stems(word.text()));
    if (wholes.equals(words)) {
      return inParts;
    }
    Disjuncts<Q> asOne = typed(word, wholes, wholes);
    return Disjuncts.best(queries, List.of(asOne, inParts));
  }

  /** Every form with the same stem, and besides, for its share, the exact form. */
  private Disjuncts<Q> typed(Word word, List<String> words, List<String> stems) throws IOException {
    float exact = (float) ranking.bonus().exact();
    if (words.size() != 1 || words.equals(stems) || exact == 0) {
      return inField(word, stems, 1, this::sideBySide);
    }
    Disjuncts<Q> form = inField(word, words, exact, this::sideBySide);
    return inField(word, stems, 1 - exact, this::sideBySide).withBonus(queries, form);
  }

  private Disjuncts<Q> unfinished(Unfinished word, List<String> words) throws IOException {
    Disjuncts<Q> begun =
        word.field().isPresent()
            ? inField(word, words, 1, this::begun)
            : Disjuncts.of(
                queries, UnfinishedWord.begun(queries, words, ranking.texts().body() > 0));
    return Disjuncts.any(List.of(begun, word(new Word(word.field(), word.text()), words)));
  }

  private Disjuncts<Q> phrase(Phrase phrase, List<String> words) throws IOException {
    List<String> wholes = analysis.wholes(phrase.text());
    Disjuncts<Q> inParts = inField(phrase, words, 1, this::sideBySide);
    return wholes.equals(words)
        ? inParts
        : Disjuncts.best(queries, List.of(inField(phrase, wholes, 1, this::sideBySide), inParts));
  }

  private Disjuncts<Q> inField(Term term, List<String> tokens, float weight, FieldQuery<Q> query)
      throws IOException {
    return term.field().isEmpty()
        ? inTexts(tokens, weight, query)
        : Disjuncts.of(queries, query.of(SearchFields.limited(term.field().get()), tokens), weight);
  }

  private Disjuncts<Q> inTexts(List<String> tokens, float weight, FieldQuery<Q> query)
      throws IOException {
    Disjuncts<Q> text = Disjuncts.of(queries, query.of(SearchFields.TEXT, tokens), weight);
    float body = (float) ranking.texts().body();
    return body == 0
        ? text
        : Disjuncts.any(
            List.of(
                text, Disjuncts.of(queries, query.of(SearchFields.BODY, tokens), body * weight)));
  }

  private Q sideBySide(String field, List<String> tokens) throws IOException {
    return tokens.size() == 1
        ? queries.term(field, tokens.getFirst())
        : queries.sideBySide(field, tokens);
  }

  /** Whole words, and the beginning of one, in any order; scored by quality alone. */
  private Q begun(String field, List<String> tokens) throws IOException {
    List<Q> filters = new ArrayList<>(List.of(beginning(field, tokens.getLast())));
    for (String token : tokens.subList(0, tokens.size() - 1)) {
      filters.add(queries.term(field, token));
    }
    return queries.byQuality(
        queries.all(new Queries.Parts<>(List.of(), List.of(), filters, List.of())));
  }

  /** The shortest beginnings, which many words have, are terms of their own. */
  private Q beginning(String field, String token) throws IOException {
    return field.equals(SearchFields.TEXT)
            && token.codePointCount(0, token.length()) <= SearchFields.MAX_BEGINNING
        ? queries.term(SearchFields.BEGINNING, token)
        : queries.begun(field, token);
  }

  private interface FieldQuery<Q> {
    Q of(String field, List<String> tokens) throws IOException;
  }
}
