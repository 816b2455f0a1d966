package dev.broadsheet.words;

import dev.broadsheet.search.Suggestion;
import dev.broadsheet.search.Suggestion.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Some of each kind of suggestion, in the order of the kinds: queries up to half, then topics and
 * outlets up to a fifth each, and titles for the rest. Where there are too few of one kind, there
 * are more of the others.
 */
public final class SuggestionMix {
  private final int size;
  private final Map<Kind, List<Suggestion>> offered = new EnumMap<>(Kind.class);
  private final Set<String> texts = new HashSet<>();

  public SuggestionMix(int size) {
    this.size = size;
    for (Kind kind : Kind.values()) {
      offered.put(kind, new ArrayList<>());
    }
  }

  /** Takes a suggestion, unless one of its kind has the same words; better ones come first. */
  public void offer(Suggestion suggestion) {
    String words = String.join(" ", Analyzers.words(suggestion.text()));
    if (texts.add(suggestion.kind() + " " + words)) {
      of(suggestion.kind()).add(suggestion);
    }
  }

  private List<Suggestion> of(Kind kind) {
    return Objects.requireNonNull(offered.get(kind));
  }

  public List<Suggestion> suggestions() {
    Map<Kind, Integer> taken = new EnumMap<>(Kind.class);
    int left = size;
    for (Kind kind : Kind.values()) {
      int share = Math.min(left, Math.min(of(kind).size(), share(kind)));
      taken.put(kind, share);
      left -= share;
    }
    List<Suggestion> suggestions = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      int share = taken.getOrDefault(kind, 0);
      int more = Math.min(left, of(kind).size() - share);
      left -= more;
      suggestions.addAll(of(kind).subList(0, share + more));
    }
    return suggestions;
  }

  private int share(Kind kind) {
    return switch (kind) {
      case QUERY -> (size + 1) / 2;
      case TOPIC, PROVIDER -> (size + 4) / 5;
      case TITLE -> size;
    };
  }
}
