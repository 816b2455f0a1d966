package dev.broadsheet.opensearch;

import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The terms that bear on the scores of what is looked for. */
final class AskedTerms {
  private final NavigableSet<FieldTerm> terms = new TreeSet<>();

  private AskedTerms() {}

  static NavigableSet<FieldTerm> of(Collection<Sought> several) {
    var asked = new AskedTerms();
    several.forEach(asked::add);
    return asked.terms;
  }

  private void add(Sought sought) {
    switch (sought) {
      case Sought.Term term -> terms.add(new FieldTerm(term.field(), term.token()));
      case Sought.Phrase phrase ->
          phrase.tokens().forEach(token -> terms.add(new FieldTerm(phrase.field(), token)));
      case Sought.Times times -> add(times.query());
      case Sought.Any any -> any.queries().forEach(this::add);
      case Sought.Best best -> best.queries().forEach(this::add);
      case Sought.All all -> {
        all.parts().required().forEach(this::add);
        all.parts().optional().forEach(this::add);
      }
      case Sought.Among among -> among.scores().forEach(this::add);
      case Sought.Aged aged -> add(aged.query());
      case Sought.Restricted restricted -> add(restricted.query());
      case Sought.Shared shared -> shared.terms().forEach(this::add);
      case Sought.Items _,
          Sought.Nothing _,
          Sought.AnyOf _,
          Sought.Begun _,
          Sought.ByQuality _,
          Sought.Alike _,
          Sought.Enough _,
          Sought.Holding _ -> {
        // All that these match scores alike, or by quality alone.
      }
    }
  }
}
