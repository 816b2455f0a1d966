package dev.broadsheet.words;

import java.util.List;
import java.util.Optional;

/**
 * Where a page ended, and what the pages behind it need to go on as the first began.
 *
 * @param request tells the request from others
 * @param key of the last hit
 * @param decision how its words are looked for
 * @param numbers of {@link TermNumbers}; empty where hits are not sorted by score
 * @param scale how much meaning counts; empty where words alone are looked for
 */
public record Place(
    int request,
    SortKey key,
    PlanDecision decision,
    List<Long> numbers,
    Optional<MeaningScale> scale) {
  public Place {
    numbers = List.copyOf(numbers);
  }
}
