package dev.broadsheet.opensearch;

import dev.broadsheet.words.Relevance;
import dev.broadsheet.words.SearchFields;
import dev.broadsheet.words.Weights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * How many items have a term, and how many have a field: what scoring asks of an index besides the
 * document. Those of another time, which a cursor brings, go before those of now. For one request.
 */
final class Numbers implements Weights {
  private static final List<String> FIELDS = List.of(SearchFields.TEXT, SearchFields.BODY);

  private final Snapshot snapshot;
  private final Map<FieldTerm, Long> terms = new HashMap<>();
  private final Map<String, Long> fields = new HashMap<>();

  /** The numbers of now. */
  Numbers(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * The numbers that {@link #list} listed for the same terms.
   *
   * @throws IllegalArgumentException where they are not as many as these terms need
   */
  static Numbers of(Snapshot snapshot, List<Long> listed, NavigableSet<FieldTerm> asked) {
    NavigableSet<String> fields = fields(asked);
    if (listed.size() != fields.size() + asked.size()) {
      throw new IllegalArgumentException(
          listed.size() + " numbers for " + fields + " and " + asked);
    }
    var numbers = new Numbers(snapshot);
    var next = listed.iterator();
    fields.forEach(field -> numbers.fields.put(field, Math.max(1, next.next())));
    asked.forEach(term -> {
      long all = numbers.fields.getOrDefault(term.field(), 1L);
      // Of a term that no item had, none that has stayed the same has it now.
      numbers.terms.put(term, Math.max(1, Math.clamp(next.next(), 0, all)));
    });
    return numbers;
  }

  /** The numbers of terms, in an order that only depends on these. */
  List<Long> list(NavigableSet<FieldTerm> asked) throws IOException {
    ensure(asked);
    List<Long> list = new ArrayList<>();
    for (String field : fields(asked)) {
      list.add(items(field));
    }
    for (FieldTerm term : asked) {
      list.add(with(term));
    }
    return list;
  }

  private static NavigableSet<String> fields(NavigableSet<FieldTerm> terms) {
    NavigableSet<String> fields = new TreeSet<>();
    terms.forEach(term -> fields.add(term.field()));
    return fields;
  }

  /** Asks for what is not known yet of some terms, all at once. */
  void ensure(Collection<FieldTerm> asked) throws IOException {
    List<FieldTerm> unknown = asked.stream().filter(term -> !terms.containsKey(term)).toList();
    if (!unknown.isEmpty()) {
      terms.putAll(snapshot.documentsWith(unknown));
    }
  }

  @Override
  public void expect(Collection<String> tokens) throws IOException {
    List<FieldTerm> asked = new ArrayList<>();
    for (String token : tokens) {
      FIELDS.forEach(field -> asked.add(new FieldTerm(field, token)));
    }
    ensure(asked);
  }

  @Override
  public double idf(String field, String token) throws IOException {
    long all = items(field);
    return all == 0
        ? Double.POSITIVE_INFINITY
        : Relevance.idf(all, with(new FieldTerm(field, token)));
  }

  @Override
  public int documentsWith(String field, String token) throws IOException {
    return Math.toIntExact(snapshot.documentsWith(new FieldTerm(field, token)));
  }

  private long with(FieldTerm term) throws IOException {
    Long known = terms.get(term);
    if (known == null) {
      known = snapshot.documentsWith(term);
      terms.put(term, known);
    }
    return known;
  }

  private long items(String field) throws IOException {
    Long known = fields.get(field);
    if (known == null) {
      known = snapshot.documentsWithField(field);
      fields.put(field, known);
    }
    return known;
  }

  /** The idf of a term that has been asked about before. */
  double idf(Sought.Term term) {
    return known(new FieldTerm(term.field(), term.token()));
  }

  /** What the similarity has to be given, which counts it for each of the terms. */
  double idf(Sought.Phrase phrase) {
    return phrase.tokens().stream()
            .mapToDouble(token -> known(new FieldTerm(phrase.field(), token)))
            .sum()
        / phrase.tokens().size();
  }

  private double known(FieldTerm term) {
    long all = fields.getOrDefault(term.field(), 1L);
    return Relevance.idf(Math.max(1, all), terms.getOrDefault(term, 0L));
  }

  /** Asks for all that the scores of some queries need. */
  void prepare(Collection<Sought> queries) throws IOException {
    NavigableSet<FieldTerm> asked = AskedTerms.of(queries);
    ensure(asked);
    for (String field : fields(asked)) {
      items(field);
    }
  }
}
