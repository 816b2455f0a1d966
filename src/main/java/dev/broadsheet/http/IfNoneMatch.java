package dev.broadsheet.http;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client has already (RFC 9110, section 13.1.2): tags are compared weakly, so that a proxy
 * that made a tag weak does no harm.
 *
 * @param any whether it wants nothing at all that there is
 * @param tags of the answers that it has, without quotes
 */
record IfNoneMatch(boolean any, Set<String> tags) {
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"([^\"]*)\"");

  IfNoneMatch {
    tags = Set.copyOf(tags);
  }

  /** Reads the header's field; what is no tag in it is passed over. */
  static IfNoneMatch of(String field) {
    Set<String> tags = new HashSet<>();
    Matcher tag = TAG.matcher(field);
    while (tag.find()) {
      tags.add(tag.group(1));
    }
    return new IfNoneMatch(field.strip().equals("*"), tags);
  }

  /**
   * Which form of an answer the client has.
   *
   * @param tag of the answer as it is
   * @param gzip whether the client would take it compressed too
   */
  Optional<EntityTag> match(EntityTag tag, boolean gzip) {
    if (gzip && tags.contains(tag.compressed().value())) {
      return Optional.of(tag.compressed());
    }
    return tags.contains(tag.value()) ? Optional.of(tag) : Optional.empty();
  }
}
