package dev.broadsheet.http;

import dev.broadsheet.article.Sha256;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Names the bytes of an answer (RFC 9110, section 8.8.3): the state of the index that it comes
 * from, and a hash of all that shapes it. A strong tag, with one licence: it tells nothing of how
 * long a search took, which an answer says as {@code tookMs}. No client can be harmed by that, as
 * no answer is sent in ranges; and else no search could be answered without being run.
 *
 * @param value without the quotes
 */
record EntityTag(String value) {
  private static final String COMPRESSED = "-gzip";
  private static final int HASH_BYTES = 12;

  /** Another release may write the same answer in another way. */
  private static final String RELEASE =
      Optional.ofNullable(EntityTag.class.getPackage().getImplementationVersion()).orElse("");

  /**
   * The tag of an answer that is not compressed.
   *
   * @param version of the index, as {@code SearchEngine.version()} has it
   * @param mediaType of the answer
   * @param key text that questions with the same answer share, and no others do
   */
  static EntityTag of(String version, String mediaType, String key) {
    return new EntityTag(version + "-" + hash(String.join("\n", RELEASE, mediaType, key)));
  }

  /** Letters, digits, {@code -} and {@code _}, the same for the same text. */
  static String hash(String text) {
    byte[] whole = Sha256.of(text);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, HASH_BYTES));
  }

  /** The tag of the same answer, compressed. */
  EntityTag compressed() {
    return new EntityTag(value + COMPRESSED);
  }

  /** As it stands in a header. */
  String quoted() {
    return '"' + value + '"';
  }
}
