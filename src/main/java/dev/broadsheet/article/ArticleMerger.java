package dev.broadsheet.article;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes one item of all that the corpus says of it, the same whatever the order in which the files
 * were read. An article's own words win over a related mention's, then the higher quality, then the
 * place in the corpus; what the winner leaves open is taken from the next; topics, tags and stories
 * are united.
 */
public final class ArticleMerger {
  private static final Comparator<Mention> PRECEDENCE =
      Comparator.comparing((Mention mention) -> mention.article().kind())
          .thenComparing(
              mention -> mention.article().scores().quality().orElse(-1), Comparator.reverseOrder())
          .thenComparing(Mention::source);

  /**
   * How many mentions of one item count. Items are told of in some thousand places at most; one
   * that a corpus names a million times must not take the memory of all others.
   */
  public static final int MAX_MENTIONS = 20_000;

  private ArticleMerger() {}

  /** The mentions that count, where there are too many: those that win over the others. */
  public static List<Mention> first(List<Mention> mentions) {
    return mentions.size() <= MAX_MENTIONS
        ? mentions
        : mentions.stream().sorted(PRECEDENCE).limit(MAX_MENTIONS).toList();
  }

  /**
   * The item that these mentions make; empty where it is to be taken out: where an article of this
   * URL says so, or, without an article, a related mention does.
   *
   * @param mentions at least one, all of one identity
   */
  public static Optional<Article> merge(Collection<Mention> mentions) {
    List<Mention> ordered = mentions.stream().sorted(PRECEDENCE).toList();
    Article first = ordered.getFirst().article();
    boolean removed =
        ordered.stream()
            .filter(mention -> mention.article().kind() == first.kind())
            .anyMatch(Mention::removed);
    if (removed) {
      return Optional.empty();
    }
    List<Article> told = ordered.stream().map(Mention::article).toList();
    return Optional.of(told.size() == 1 ? first : united(first, told));
  }

  private static Article united(Article first, List<Article> told) {
    return new Article(
        first.id(),
        first.kind(),
        new Text(
            first.text().title(),
            firstOf(told, article -> article.text().excerpt()),
            firstOf(told, article -> article.text().body())),
        new Links(
            firstOf(told, article -> article.links().sourceUrl()),
            firstOf(told, article -> article.links().ampUrl()),
            firstOf(told, article -> article.links().cdnAmpUrl())),
        new Labels(
            firstOf(told, article -> article.labels().category()),
            firstOf(told, article -> article.labels().type()),
            union(told, article -> article.labels().topics()),
            union(told, article -> article.labels().tags())),
        firstOf(told, Article::publishedAt),
        new Scores(
            firstNumber(told, article -> article.scores().quality()),
            firstNumber(told, article -> article.scores().heat())),
        first.published(),
        firstOf(told, Article::provider),
        new Media(
            firstOf(told, article -> nonEmpty(article.media().images())).orElse(List.of()),
            firstOf(told, article -> article.media().length())),
        stories(first, told));
  }

  private static List<ArticleId> stories(Article first, List<Article> told) {
    Set<ArticleId> stories = new LinkedHashSet<>(union(told, Article::stories));
    stories.remove(first.id());
    return stories.stream().sorted().toList();
  }

  private static <T> Optional<T> firstOf(List<Article> told, Function<Article, Optional<T>> part) {
    return told.stream().map(part).flatMap(Optional::stream).findFirst();
  }

  private static OptionalDouble firstNumber(
      List<Article> told, Function<Article, OptionalDouble> part) {
    return told.stream()
        .map(part)
        .filter(OptionalDouble::isPresent)
        .findFirst()
        .orElse(OptionalDouble.empty());
  }

  private static <T> List<T> union(List<Article> told, Function<Article, List<T>> part) {
    Set<T> union = new LinkedHashSet<>();
    told.forEach(article -> union.addAll(part.apply(article)));
    return new ArrayList<>(union);
  }

  private static <T> Optional<List<T>> nonEmpty(List<T> list) {
    return list.isEmpty() ? Optional.empty() : Optional.of(list);
  }
}
