package dev.broadsheet.lucene;

import dev.broadsheet.words.BoundedCache;
import dev.broadsheet.words.KnownWord;
import dev.broadsheet.words.WordList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Transition;

/** The words of an index as written, looked up by how they begin or are spelt. */
final class IndexWords implements WordList {
  /** What is typed is asked for again and again, letter by letter and page by page. */
  private static final int REMEMBERED = 2000;

  private static final Comparator<KnownWord> MOST_FREQUENT =
      Comparator.comparingInt(KnownWord::items).reversed().thenComparing(KnownWord::text);

  private final IndexReader reader;
  private final BoundedCache<Beginning, List<KnownWord>> begun = new BoundedCache<>(REMEMBERED);
  private final BoundedCache<Near, List<KnownWord>> near = new BoundedCache<>(REMEMBERED);

  IndexWords(IndexReader reader) {
    this.reader = reader;
  }

  private record Beginning(String text, int size) {}

  private record Near(String text, int edits, int same, boolean isBeginning) {}

  @Override
  public int items(String word) throws IOException {
    return reader.docFreq(new Term(Schema.WORD, word));
  }

  @Override
  public List<KnownWord> begunBy(String beginning, int size) throws IOException {
    return begun.get(new Beginning(beginning, size), this::findBegun);
  }

  private List<KnownWord> findBegun(Beginning beginning) throws IOException {
    Terms words = MultiTerms.getTerms(reader, Schema.WORD);
    if (words == null) {
      return List.of();
    }
    var best = new PriorityQueue<KnownWord>(MOST_FREQUENT.reversed());
    var start = new BytesRef(beginning.text());
    TermsEnum terms = words.iterator();
    if (terms.seekCeil(start) == TermsEnum.SeekStatus.END) {
      return List.of();
    }
    for (BytesRef term = terms.term();
        term != null && StringHelper.startsWith(term, start);
        term = terms.next()) {
      int items = terms.docFreq();
      if (best.size() < beginning.size() || items > best.element().items()) {
        best.add(new KnownWord(term.utf8ToString(), items));
        if (best.size() > beginning.size()) {
          best.remove();
        }
      }
    }
    return best.stream().sorted(MOST_FREQUENT).toList();
  }

  @Override
  public List<KnownWord> near(String word, int edits, int same) throws IOException {
    return near.get(new Near(word, edits, same, false), this::findNear);
  }

  @Override
  public List<KnownWord> nearlyBegunBy(String beginning, int edits, int same) throws IOException {
    return near.get(new Near(beginning, edits, same, true), this::findNear);
  }

  private List<KnownWord> findNear(Near wanted) throws IOException {
    Deadline.check();
    Terms words = MultiTerms.getTerms(reader, Schema.WORD);
    if (words == null) {
      return List.of();
    }
    int end = wanted.text().offsetByCodePoints(0, wanted.same());
    Automaton automaton =
        new LevenshteinAutomata(wanted.text().substring(end), true)
            .toAutomaton(wanted.edits(), wanted.text().substring(0, end));
    Automaton accepting = wanted.isBeginning() ? continued(automaton) : automaton;
    List<KnownWord> accepted = new ArrayList<>();
    // What is said to be finite is not searched for an end that all of it has, which took as long
    // as all else. That is no end for what goes on from a beginning either.
    TermsEnum terms = new CompiledAutomaton(accepting, true, false).getTermsEnum(words);
    for (BytesRef term = terms.next(); term != null; term = terms.next()) {
      accepted.add(new KnownWord(term.utf8ToString(), terms.docFreq()));
    }
    return List.copyOf(accepted);
  }

  /** What an automaton accepts, and whatever goes on from there; deterministic if that one is. */
  private static Automaton continued(Automaton automaton) {
    var continued = new Automaton.Builder();
    var transition = new Transition();
    for (int state = 0; state < automaton.getNumStates(); state++) {
      continued.createState();
    }
    for (int state = 0; state < automaton.getNumStates(); state++) {
      continued.setAccept(state, automaton.isAccept(state));
      if (automaton.isAccept(state)) {
        continued.addTransition(state, state, 0, Character.MAX_CODE_POINT);
      } else {
        int count = automaton.initTransition(state, transition);
        for (int i = 0; i < count; i++) {
          automaton.getNextTransition(transition);
          continued.addTransition(state, transition.dest, transition.min, transition.max);
        }
      }
    }
    return continued.finish();
  }
}
