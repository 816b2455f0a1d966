package dev.broadsheet.contract;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which story an article belongs to, by going over all articles again and again. */
final class NaiveStories {
  private final Map<ArticleId, ArticleId> storyOf = new HashMap<>();

  NaiveStories(List<Article> articles) {
    Set<ArticleId> named = new HashSet<>();
    articles.forEach(article -> named.addAll(article.stories()));
    List<ArticleId> leaders =
        named.stream()
            .sorted(
                Comparator.<ArticleId>comparingLong(id -> -under(id, articles).size())
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    for (ArticleId leader : leaders) {
      if (!storyOf.containsKey(leader)) {
        storyOf.put(leader, leader);
        under(leader, articles).forEach(id -> storyOf.putIfAbsent(id, leader));
      }
    }
    for (ArticleId folded : leaders) {
      ArticleId story = Objects.requireNonNull(storyOf.get(folded));
      under(folded, articles).forEach(id -> storyOf.putIfAbsent(id, story));
    }
    articles.forEach(article -> storyOf.putIfAbsent(article.id(), article.id()));
  }

  private static List<ArticleId> under(ArticleId story, List<Article> articles) {
    return articles.stream()
        .filter(article -> article.stories().contains(story))
        .map(Article::id)
        .toList();
  }

  /** What names the story of an article. */
  ArticleId of(Article article) {
    return Objects.requireNonNull(storyOf.get(article.id()));
  }
}
