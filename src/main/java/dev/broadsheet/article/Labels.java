package dev.broadsheet.article;

import java.util.List;
import java.util.Optional;

/**
 * The whole values that an article is filed under.
 *
 * @param category one word, such as {@code news}
 * @param type one word, such as {@code article} or {@code video}
 * @param topics whole values: {@code Facebook AI} is not {@code AI}; no value twice, whatever its
 *     case
 * @param tags a second set of values, of the sites that have them
 */
public record Labels(
    Optional<String> category, Optional<String> type, List<String> topics, List<String> tags) {
  /** No label at all. */
  public static final Labels NONE =
      new Labels(Optional.empty(), Optional.empty(), List.of(), List.of());

  /** Drops a value that is there already, in whatever case. */
  public Labels {
    topics = FoldedText.distinct(topics);
    tags = FoldedText.distinct(tags);
  }

  /** The same labels with other topics. */
  public Labels withTopics(List<String> other) {
    return new Labels(category, type, other, tags);
  }
}
