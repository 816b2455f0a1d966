package dev.broadsheet.words;

import dev.broadsheet.article.Article;

/**
 * An item that suggestions are taken from.
 *
 * @param article the item
 * @param title its title, with its words
 */
public record Sampled(Article article, WrittenText title) {
  public static Sampled of(Article article) {
    return new Sampled(article, WrittenText.of(article.text().title()));
  }
}
