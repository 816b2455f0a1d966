package dev.broadsheet.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What restricts the items without scoring them. All filters of a request hold together. */
public sealed interface Filter {
  /**
   * Items that hold any of some whole values, and none of others. Case does not matter.
   *
   * @param field which values; not the date
   * @param any at least one of these, unless the list is empty
   * @param none none of these
   */
  record Values(FacetField field, List<String> any, List<String> none) implements Filter {
    /** Checks that there is something to filter by. */
    public Values {
      any = List.copyOf(any);
      none = List.copyOf(none);
      if (field == FacetField.DATE || (any.isEmpty() && none.isEmpty())) {
        throw new IllegalArgumentException(field.label() + ": not a filter on whole values");
      }
    }
  }

  /**
   * Items that came out in a span of time; an item without a date is in none.
   *
   * @param from not before, inclusive
   * @param to not after, inclusive
   */
  record DateRange(Optional<Instant> from, Optional<Instant> to) implements Filter {}

  /**
   * Items whose quality is known and in a range.
   *
   * @param min not below, inclusive
   * @param max not above, inclusive
   */
  record QualityRange(OptionalDouble min, OptionalDouble max) implements Filter {}
}
