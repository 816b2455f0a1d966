package dev.broadsheet.lucene;

/**
 * How the embedded engine is set.
 *
 * @param quality how much quality counts; takes effect with the next reindex
 * @param onlyPublished whether items that are not published are hidden from every answer
 */
public record LuceneSettings(QualityBoost quality, boolean onlyPublished) {
  /** The default boost, and everything shown. */
  public static final LuceneSettings DEFAULT = new LuceneSettings(QualityBoost.DEFAULT, false);

  /** A short name for what bears on answers: hexadecimal digits. */
  String fingerprint() {
    return Checksum.hex(Checksum.of(toString()));
  }
}
