package dev.broadsheet.indexing;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.Text;

/** What of an article its meaning is taken from. */
public final class MeaningText {
  /** More than a model reads, whatever the language. */
  private static final int MAX_LENGTH = 2_000;

  private MeaningText() {}

  /** Title and excerpt or, where there is none, the beginning of the body. */
  public static String of(Article article) {
    Text text = article.text();
    String whole =
        text.excerpt()
            .or(text::body)
            .map(rest -> text.title() + ". " + rest)
            .orElseGet(text::title);
    return whole.length() <= MAX_LENGTH ? whole : whole.substring(0, MAX_LENGTH);
  }
}
