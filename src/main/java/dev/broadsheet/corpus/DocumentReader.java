package dev.broadsheet.corpus;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.Labels;
import dev.broadsheet.article.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes mentions of a document: one of itself, and one of each related item.
 *
 * @param path of its file
 * @param scope of a problem of the document as a whole: its file, or its line of a feed
 * @param limits how much a document may hold
 */
record DocumentReader(String path, CorpusProblem.Scope scope, CorpusLimits limits) {
  /** An editor mends what is told before asking for more. */
  private static final int MOST_FLAWS = 20;

  /**
   * Reads a document.
   *
   * @param line on which it starts, from 1
   * @param below the Markdown below its front matter
   */
  void read(Node.Mapping document, int line, String below, MentionSink sink) {
    List<Flaw> flaws = new ArrayList<>();
    Fields fields = new Fields(document, () -> "", flaws);
    Optional<Mention> mention =
        ItemReader.document(new Mention.Source(path, line, 0), below).read(fields, flaws);
    List<Node> related = fields.list(Keys.RELATED);
    mention.ifPresent(found -> checkSize(fields, found.article(), related.size(), flaws));
    boolean removed = mention.map(Mention::removed).orElse(false);
    if (mention.isEmpty() || (!removed && !flaws.isEmpty())) {
      report(flaws, sink);
      return;
    }
    sink.mention(mention.get());
    Labels labels = removed ? labels(document) : mention.get().article().labels();
    for (int i = 0; i < related.size(); i++) {
      var source = new Mention.Source(path, line, i + 1);
      related(source, related.get(i), labels, mention.get().article().id(), sink);
    }
  }

  private void related(
      Mention.Source source, Node node, Labels labels, ArticleId story, MentionSink sink) {
    List<Flaw> flaws = new ArrayList<>(0);
    if (node instanceof Node.Mapping mapping) {
      Fields fields = new Fields(mapping, () -> "related " + source.entry() + ": ", flaws);
      ItemReader.related(source, labels, story).read(fields, flaws).ifPresent(sink::mention);
    } else {
      flaws.add(
          new Flaw(
              node.line(),
              "related "
                  + source.entry()
                  + ": found "
                  + node.noun()
                  + " (expected title, sourceUrl and so on)"));
    }
    if (!flaws.isEmpty()) {
      sink.problem(flaws.getFirst().in(path, CorpusProblem.Scope.RELATED));
    }
  }

  /** Each related item inherits each topic, so that their product must not be without bound. */
  private void checkSize(Fields fields, Article article, int related, List<Flaw> flaws) {
    int topics = article.labels().topics().size();
    if ((long) topics * related > limits.nodes()) {
      flaws.add(
          new Flaw(
              fields.line(),
              related
                  + " related items that inherit "
                  + topics
                  + " topics each are too many (expected at most "
                  + limits.nodes()
                  + " in all)"));
    }
  }

  /** The labels of an article that is to be taken out; what is wrong with them does not matter. */
  private static Labels labels(Node.Mapping document) {
    return ItemReader.labels(new Fields(document, () -> "", new ArrayList<>()));
  }

  /** All that is wrong with a file; of a line of a feed, that is one problem, the first. */
  private void report(List<Flaw> flaws, MentionSink sink) {
    int most = scope == CorpusProblem.Scope.FILE ? MOST_FLAWS : 1;
    flaws.stream().limit(most).map(flaw -> flaw.in(path, scope)).forEach(sink::problem);
  }
}
