package dev.broadsheet.article;

import java.util.HexFormat;

/**
 * An item's stable identity: 24 hexadecimal digits, the first 96 bits of the SHA-256 of its
 * canonical URL, or of its place in the corpus where it has no URL. With a hundred million items
 * the chance that any two share one is below one in ten million million.
 *
 * @param value the digits, in lower case
 */
public record ArticleId(String value) implements Comparable<ArticleId> {
  private static final int BYTES = 12;

  /** Checks the form. */
  public ArticleId {
    if (!isId(value)) {
      throw new IllegalArgumentException(
          "id: '" + value + "' is not " + 2 * BYTES + " hexadecimal digits");
    }
  }

  /** The identity of what lives at a URL. */
  public static ArticleId of(CanonicalUrl url) {
    return hash("url\n" + url.value());
  }

  /** The identity of what has no URL: its place in the corpus. */
  public static ArticleId of(Mention.Source source) {
    return hash("path\n" + source.path() + "\n" + source.line() + "\n" + source.entry());
  }

  /** The identity of these {@link #prefix} and {@link #rest}. */
  public static ArticleId of(long prefix, int rest) {
    HexFormat digits = HexFormat.of();
    return new ArticleId(digits.toHexDigits(prefix) + digits.toHexDigits(rest));
  }

  /** Whether a text has the form of an identity. */
  public static boolean isId(String text) {
    boolean digits = text.length() == 2 * BYTES;
    for (int i = 0; digits && i < text.length(); i++) {
      digits = isDigit(text.charAt(i));
    }
    return digits;
  }

  private static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  /** The first 64 bits, whose unsigned order is the order of the digits. */
  public long prefix() {
    return HexFormat.fromHexDigitsToLong(value, 0, 16);
  }

  /** The last 32 bits. */
  public int rest() {
    return HexFormat.fromHexDigits(value, 16, 24);
  }

  /** The 96 bits, whose unsigned order is the order of the digits. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(value);
  }

  @Override
  public int compareTo(ArticleId other) {
    return value.compareTo(other.value);
  }

  private static ArticleId hash(String key) {
    return new ArticleId(HexFormat.of().formatHex(Sha256.of(key), 0, BYTES));
  }
}
