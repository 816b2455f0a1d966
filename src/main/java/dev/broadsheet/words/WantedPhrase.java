package dev.broadsheet.words;

import java.util.List;
import java.util.Set;

/**
 * Terms at certain distances.
 *
 * @param places the terms, any one of which will do, of each place
 * @param distances of each place from the first
 * @param slop how far, all together, they may be out of place
 */
public record WantedPhrase(
    String field, int word, List<Set<String>> places, List<Integer> distances, int slop)
    implements Wanted {
  public WantedPhrase {
    places = List.copyOf(places);
    distances = List.copyOf(distances);
  }
}
