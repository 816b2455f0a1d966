package dev.broadsheet.lucene;

import dev.broadsheet.search.TextQuery;
import dev.broadsheet.search.TextQuery.Group;
import dev.broadsheet.search.TextQuery.Phrase;
import dev.broadsheet.search.TextQuery.Prefix;
import dev.broadsheet.search.TextQuery.Term;
import dev.broadsheet.search.TextQuery.Unfinished;
import dev.broadsheet.search.TextQuery.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** A visitor's words, in Lucene's words. */
final class TextTranslator {
  /**
   * How far apart two words may stand to count as near. Each place that they are apart takes more
   * from what they count, so that it hardly matters where it ends.
   */
  private static final int NEAR = 8;

  /** A query of up to so many words has no word that says little. */
  private static final int ALL_COUNT = 2;

  private final Ranking ranking;
  private final Synonyms synonyms;
  private final TermWeights weights;

  TextTranslator(Ranking ranking, Synonyms synonyms, TermWeights weights) {
    this.ranking = ranking;
    this.synonyms = synonyms;
    this.weights = weights;
  }

  /** A query in its parts, of which all have to be there. */
  Clauses strict(TextQuery text) throws IOException {
    return clauses(text, false);
  }

  /** A query in its parts, to be relaxed: each part of a compound word may be missed too. */
  Clauses loose(TextQuery text) throws IOException {
    return clauses(text, true);
  }

  private Clauses clauses(TextQuery text, boolean loose) throws IOException {
    List<Query> excluded = new ArrayList<>();
    for (Term term : text.excluded()) {
      term(term).ifPresent(excluded::add);
    }
    List<Clause> required = new ArrayList<>();
    List<PlainWord> plain = new ArrayList<>();
    Map<Object, Clause> words = new LinkedHashMap<>();
    for (Group group : text.groups()) {
      if (group.alternatives().stream().allMatch(TextTranslator::isPlain)) {
        plain.addAll(words(group, loose));
      } else {
        clause(group, Optional.empty(), List.of()).ifPresent(required::add);
      }
    }
    List<PlainWord> counting = counting(plain, required.isEmpty());
    Map<PlainWord, List<List<String>>> meant = synonyms(plain);
    for (PlainWord word : counting) {
      Object key = word.stems.isEmpty() ? word.group : word.stems;
      Clause known = words.get(key);
      if (known == null) {
        clause(word.group, word.whole, meant.getOrDefault(word, List.of()))
            .ifPresent(clause -> words.put(key, clause));
      } else {
        words.put(key, known.again());
      }
    }
    return new Clauses(
        required,
        List.copyOf(words.values()),
        near(plain, counting),
        excluded,
        text.groups().isEmpty());
  }

  /** What a text query marks in a text: whatever of it is there, even where not all of it is. */
  Query marking(TextQuery text) throws IOException {
    Clauses clauses = strict(UnfinishedWord.asPrefixes(text));
    return any(
        Stream.concat(clauses.required().stream(), clauses.words().stream())
            .map(Clause::query)
            .toList());
  }

  /** The same query with phrases as words, where there are other words besides. */
  static Optional<TextQuery> loosened(TextQuery text) {
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

  private static List<PlainWord> words(Group group, boolean apart) {
    var word = new PlainWord(group, Optional.empty());
    List<String> parts = word.words;
    if (!apart || parts.size() < 2) {
      return List.of(word);
    }
    List<String> wholes = Analyzers.wholes(group.alternatives().getFirst().text());
    Optional<String> whole = wholes.size() == 1 ? Optional.of(wholes.getFirst()) : Optional.empty();
    return parts.stream()
        .map(part -> new PlainWord(new Group(List.of(new Word(Optional.empty(), part))), whole))
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

    PlainWord(Group group, Optional<String> whole) {
      this.group = group;
      this.whole = whole;
      boolean one =
          group.alternatives().size() == 1 && group.alternatives().getFirst() instanceof Word;
      String text = group.alternatives().getFirst().text();
      this.words = one ? Analyzers.words(text) : List.of();
      this.stems = one ? Analyzers.stems(text) : List.of();
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
  private List<Query> near(List<PlainWord> plain, List<PlainWord> counting) {
    float weight = (float) ranking.bonus().proximity();
    if (weight == 0) {
      return List.of();
    }
    Set<PlainWord> which = new HashSet<>(counting);
    Map<List<String>, Query> pairs = new LinkedHashMap<>();
    String before = "";
    int gap = 0;
    for (PlainWord word : plain) {
      if (word.stems.isEmpty()) {
        before = "";
      } else if (which.contains(word)) {
        String first = word.stems.getFirst();
        int apart = gap + 1;
        if (!before.isEmpty() && !before.equals(first)) {
          String other = before;
          pairs.computeIfAbsent(
              List.of(before, first), pair -> new BoostQuery(near(other, first, apart), weight));
        }
        before = word.stems.getLast();
        gap = 0;
      } else {
        gap++;
      }
    }
    return List.copyOf(pairs.values());
  }

  private Query near(String first, String second, int apart) {
    return inTexts(
        List.of(first, second),
        (field, stems) ->
            new PhraseQuery.Builder()
                .add(in(field, first), 0)
                .add(in(field, second), apart)
                .setSlop(NEAR)
                .build());
  }

  private Optional<Clause> clause(Group group, Optional<String> whole, List<List<String>> meant)
      throws IOException {
    List<Query> alternatives = new ArrayList<>();
    double weight = Double.POSITIVE_INFINITY;
    for (Term term : group.alternatives()) {
      Optional<Query> query = term(term);
      if (query.isPresent()) {
        weight = Math.min(weight, weights.idf(Analyzers.stems(term.text())));
        alternatives.add(query.get());
      }
    }
    if (alternatives.isEmpty()) {
      return Optional.empty();
    }
    Query typed = any(alternatives);
    List<Query> all = new ArrayList<>(List.of(typed));
    whole.ifPresent(it -> all.add(inTexts(List.of(it), TextTranslator::sideBySide)));
    for (List<String> synonym : meant) {
      all.add(synonym(synonym, weight));
    }
    return Optional.of(new Clause(best(all), weight, 1));
  }

  /** A synonym, which counts at most its share of what the typed word would count. */
  private Query synonym(List<String> words, double typedWeight) throws IOException {
    List<String> stems = Analyzers.stems(String.join(" ", words));
    double own = Math.max(weights.idf(stems), 1e-6);
    return new BoostQuery(
        inTexts(stems, TextTranslator::sideBySide),
        (float) (ranking.bonus().synonym() * Math.min(1, typedWeight / own)));
  }

  /** What a term matches; empty where there is no word in it. */
  private Optional<Query> term(Term term) {
    List<String> words = Analyzers.words(term.text());
    if (words.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (term) {
          case Word word -> word(word, words);
          case Phrase phrase -> phrase(phrase, words);
          case Prefix prefix -> inField(prefix, words, TextTranslator::begun);
          case Unfinished word -> unfinished(word, words);
        });
  }

  private Query word(Word word, List<String> words) {
    List<String> wholes = Analyzers.wholes(word.text());
    Query inParts = typed(word, words, Analyzers.stems(word.text()));
    if (wholes.equals(words)) {
      return inParts;
    }
    Query asOne = typed(word, wholes, wholes);
    return best(List.of(asOne, inParts));
  }

  private Query typed(Word word, List<String> words, List<String> stems) {
    float exact = (float) ranking.bonus().exact();
    if (words.size() != 1 || words.equals(stems) || exact == 0) {
      return inField(word, stems, TextTranslator::sideBySide);
    }
    return inField(
        word,
        stems,
        (field, stem) ->
            new BooleanQuery.Builder()
                .add(new BoostQuery(sideBySide(field, stem), 1 - exact), Occur.MUST)
                .add(new BoostQuery(sideBySide(field, words), exact), Occur.SHOULD)
                .build());
  }

  private Query unfinished(Unfinished word, List<String> words) {
    Query begun =
        word.field().isPresent()
            ? inField(word, words, TextTranslator::begun)
            : UnfinishedWord.begun(words, ranking.texts().body() > 0);
    return any(List.of(begun, word(new Word(word.field(), word.text()), words)));
  }

  private Query phrase(Phrase phrase, List<String> words) {
    List<String> wholes = Analyzers.wholes(phrase.text());
    Query inParts = inField(phrase, words, TextTranslator::sideBySide);
    return wholes.equals(words)
        ? inParts
        : best(List.of(inField(phrase, wholes, TextTranslator::sideBySide), inParts));
  }

  private Query inField(Term term, List<String> tokens, FieldQuery query) {
    return term.field()
        .map(field -> query.of(Schema.limited(field), tokens))
        .orElseGet(() -> inTexts(tokens, query));
  }

  private Query inTexts(List<String> tokens, FieldQuery query) {
    Query text = query.of(Schema.TEXT, tokens);
    float body = (float) ranking.texts().body();
    return body == 0
        ? text
        : any(List.of(text, new BoostQuery(query.of(Schema.BODY, tokens), body)));
  }

  private static Query sideBySide(String field, List<String> tokens) {
    if (tokens.size() == 1) {
      return new TermQuery(in(field, tokens.getFirst()));
    }
    var phrase = new PhraseQuery.Builder();
    tokens.forEach(token -> phrase.add(in(field, token)));
    return phrase.build();
  }

  /** Whole words, and the beginning of one, in any order; scored by quality alone. */
  private static Query begun(String field, List<String> tokens) {
    var query = new BooleanQuery.Builder();
    query.add(QueryTranslator.items(), Occur.SHOULD);
    query.add(new PrefixQuery(in(field, tokens.getLast())), Occur.FILTER);
    tokens
        .subList(0, tokens.size() - 1)
        .forEach(token -> query.add(new TermQuery(in(field, token)), Occur.FILTER));
    return query.build();
  }

  /** A term of the index; of the two kinds of terms here, the other is what a visitor typed. */
  private static org.apache.lucene.index.Term in(String field, String token) {
    return new org.apache.lucene.index.Term(field, token);
  }

  /** Matches what any matches; what several match counts more. */
  private static Query any(List<Query> queries) {
    if (queries.size() == 1) {
      return queries.getFirst();
    }
    var any = new BooleanQuery.Builder();
    queries.forEach(query -> any.add(query, Occur.SHOULD));
    return any.build();
  }

  /** Matches what any matches, and counts once what several match. */
  private static Query best(List<Query> queries) {
    return queries.size() == 1 ? queries.getFirst() : new DisjunctionMaxQuery(queries, 0);
  }

  private interface FieldQuery {
    Query of(String field, List<String> tokens);
  }
}
