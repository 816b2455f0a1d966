package dev.broadsheet.words;

import dev.broadsheet.search.TextQuery;
import dev.broadsheet.search.TextQuery.Group;
import dev.broadsheet.search.TextQuery.Term;
import dev.broadsheet.search.TextQuery.Unfinished;
import dev.broadsheet.search.TextQuery.Word;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what was probably meant by misspelt words. A word that is there is taken to be right,
 * unless it is very rare and one that is spelt nearly as it is is many times as frequent. Of
 * several near spellings that one is taken that occurs together with the other words, is frequent
 * and needs few edits.
 */
public final class SpellingCorrector {
  /** Of longer queries only the first words are looked at. */
  private static final int MAX_GROUPS = 10;

  /** So many words are corrected, no more: what has more errors is another language. */
  private static final int MAX_CORRECTED = 3;

  /** A word that so many items hold is right. */
  private static final int OFTEN = 30;

  /** How much the occurrences of a word speak for it, against those of one near it. */
  private static final double TRUST = 1.5;

  /** How much better than a word that is there another has to explain it to be meant by it. */
  private static final double ADVANTAGE = 0.5;

  /** How many items with the other words of the query are counted. */
  private static final int CONTEXT = 200;

  private final NearSpellings spellings;

  public SpellingCorrector(NearSpellings spellings) {
    this.spellings = spellings;
  }

  /** A word that may be wrong, and of which group it is. */
  private record Suspect(int group, Term term, String word, int items) {}

  /** What was probably meant, by the words as typed; empty where they are as likely right. */
  public Map<String, String> corrections(TextQuery typed) throws IOException {
    Map<String, String> corrections = new LinkedHashMap<>();
    List<Suspect> open = suspects(typed);
    joinWords(typed, open, corrections);
    while (!open.isEmpty() && corrections.size() < MAX_CORRECTED) {
      Suspect suspect = open.getFirst();
      Optional<NearSpelling> meant =
          meant(suspect, context(typed, suspect.group(), open, corrections));
      meant.ifPresent(spelling -> corrections.put(suspect.term().text(), spelling.text()));
      open.removeFirst();
    }
    return corrections;
  }

  private List<Suspect> suspects(TextQuery typed) throws IOException {
    List<Suspect> suspects = new ArrayList<>();
    for (int i = 0; i < Math.min(MAX_GROUPS, typed.groups().size()); i++) {
      for (Term term : typed.groups().get(i).alternatives()) {
        Optional<String> word = spellings.word(term);
        int items = word.isEmpty() ? OFTEN : spellings.count(term, OFTEN);
        if (items < OFTEN) {
          suspects.add(new Suspect(i, term, word.orElseThrow(), items));
        }
      }
    }
    return suspects;
  }

  /** Takes two words for one, of which one may be wrong, where they make one that is there. */
  private void joinWords(TextQuery typed, List<Suspect> open, Map<String, String> corrections)
      throws IOException {
    List<Group> groups = typed.groups();
    for (int i = 0; i + 1 < Math.min(MAX_GROUPS, groups.size()); i++) {
      int first = i;
      boolean suspicious =
          open.stream()
              .anyMatch(suspect -> suspect.group() == first || suspect.group() == first + 1);
      Optional<NearSpelling> joined =
          suspicious ? joined(groups.get(i), groups.get(i + 1)) : Optional.empty();
      if (joined.isPresent()) {
        for (Group group : groups.subList(i, i + 2)) {
          corrections.put(group.alternatives().getFirst().text(), joined.get().text());
        }
        open.removeIf(suspect -> suspect.group() == first || suspect.group() == first + 1);
      }
    }
  }

  private Optional<NearSpelling> joined(Group first, Group second) throws IOException {
    Optional<Term> one = onlyWord(first);
    Optional<Term> other = onlyWord(second);
    if (one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    int together = spellings.count(List.of(first, second), OFTEN);
    return spellings
        .joined(one.get(), other.get())
        .filter(spelling -> isBetter(spelling, together));
  }

  private static Optional<Term> onlyWord(Group group) {
    return Optional.of(group.alternatives())
        .filter(terms -> terms.size() == 1)
        .map(List::getFirst)
        .filter(term ->
            term.field().isEmpty()
                && switch (term) {
                  case Word _, Unfinished _ -> true;
                  case TextQuery.Prefix _, TextQuery.Phrase _ -> false;
                });
  }

  /** The near spelling to look for; empty where the word is as likely right. */
  private Optional<NearSpelling> meant(Suspect suspect, List<Group> context) throws IOException {
    Optional<NearSpelling> best = Optional.empty();
    double most = Double.NEGATIVE_INFINITY;
    for (NearSpelling spelling : spellings.of(suspect.term(), suspect.word())) {
      if (isBetter(spelling, suspect.items())) {
        double score = spelling.score() + together(context, spelling);
        if (score > most) {
          best = Optional.of(spelling);
          most = score;
        }
      }
    }
    return best;
  }

  private static boolean isBetter(NearSpelling spelling, int items) {
    return items == 0 || spelling.score() > TRUST * Math.log1p(items) + ADVANTAGE;
  }

  /** How well a near spelling goes with the other words: one that does wins over all others. */
  private double together(List<Group> context, NearSpelling spelling) throws IOException {
    if (context.isEmpty()) {
      return 0;
    }
    List<Group> groups = new ArrayList<>(context);
    groups.add(new Group(List.of(new Word(Optional.empty(), spelling.text()))));
    int items = spellings.count(groups, CONTEXT);
    return items == 0 ? -CONTEXT : Math.log1p(items);
  }

  /** The groups whose words are there, with what was meant by those that are not. */
  private static List<Group> context(
      TextQuery typed, int suspected, List<Suspect> open, Map<String, String> corrections) {
    List<Group> groups =
        PlanDecision.asTyped(Instant.EPOCH).with(corrections).corrected(typed).groups();
    List<Group> context = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      int group = i;
      if (i != suspected && open.stream().noneMatch(it -> it.group() == group && it.items() == 0)) {
        context.add(groups.get(i));
      }
    }
    return context;
  }
}
