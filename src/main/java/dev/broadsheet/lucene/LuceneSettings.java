package dev.broadsheet.lucene;

import dev.broadsheet.words.Checksum;
import dev.broadsheet.words.QualityBoost;
import dev.broadsheet.words.Ranking;
import dev.broadsheet.words.Restriction;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the embedded engine is set.
 *
 * @param quality how much quality counts; takes effect with the next reindex
 * @param onlyPublished whether items that are not published are hidden from every answer
 * @param ranking how much each part of a match counts
 * @param synonyms a file of rules for words that mean the same; passed over where it isn't there,
 *     and read again when it changes
 */
public record LuceneSettings(
    QualityBoost quality, boolean onlyPublished, Ranking ranking, Optional<Path> synonyms) {
  /** The default boost and ranking, everything shown, and no synonyms. */
  public static final LuceneSettings DEFAULT = new LuceneSettings(QualityBoost.DEFAULT, false);

  /** The default ranking, and no synonyms. */
  public LuceneSettings(QualityBoost quality, boolean onlyPublished) {
    this(quality, onlyPublished, Ranking.DEFAULT, Optional.empty());
  }

  /** The same with another ranking. */
  public LuceneSettings withRanking(Ranking other) {
    return new LuceneSettings(quality, onlyPublished, other, synonyms);
  }

  /** The same with a file of synonyms. */
  public LuceneSettings withSynonyms(Path file) {
    return new LuceneSettings(quality, onlyPublished, ranking, Optional.of(file));
  }

  /** What may be seen. */
  Restriction restriction() {
    return new Restriction(onlyPublished);
  }

  /**
   * A short name for what bears on answers: hexadecimal digits. Not of a record's own text, whose
   * methods Java makes anew in each process, which takes a start some 50 ms.
   */
  String fingerprint() {
    List<Object> all =
        List.of(
            quality.weight(),
            quality.pivot(),
            onlyPublished,
            ranking.numbers(),
            synonyms.map(Path::toString).orElse(""));
    return Checksum.hex(Checksum.of(all.toString()));
  }
}
