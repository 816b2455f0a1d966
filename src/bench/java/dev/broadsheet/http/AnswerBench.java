package dev.broadsheet.http;

import com.sun.management.ThreadMXBean;
import dev.broadsheet.article.Article;
import dev.broadsheet.article.ArticleId;
import dev.broadsheet.article.Mention;
import dev.broadsheet.corpus.CorpusFile;
import dev.broadsheet.corpus.CorpusLimits;
import dev.broadsheet.corpus.CorpusProblem;
import dev.broadsheet.corpus.CorpusReader;
import dev.broadsheet.corpus.MentionSink;
import dev.broadsheet.indexing.ArticleCodec;
import dev.broadsheet.search.Cursor;
import dev.broadsheet.search.Hit;
import dev.broadsheet.search.SearchResult;
import dev.broadsheet.search.Wording;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a request costs besides the search and the network: reading its parameters, its tag, and
 * from stored bytes to an answer of ten hits. Processor time, so that other programs disturb it
 * little, and bytes allocated.
 *
 * <p>Takes the folder of a corpus.
 */
final class AnswerBench {
  private static final String QUERY = "q=prime+minister%27s&topic=Facebook+AI&from=2020-01-01&facets=none&size=10";
  private static final int HITS = 10;
  private static final int PAGES = 200;
  private static final int RUNS = 40;
  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private AnswerBench() {}

  public static void main(String[] arguments) {
    List<List<Stored>> pages = pages(Path.of(arguments[0]));
    var parameters = new SearchParameters(Clock.systemUTC());
    ParsedSearch parsed = parameters.parse(QueryString.parse(QUERY));
    List<SearchAnswer> answers = pages.stream().map(page -> answer(parsed, page)).toList();
    List<byte[]> bodies = answers.stream().map(SearchAnswer::toBytes).toList();
    System.out.printf(
        Locale.ROOT,
        "an answer of %d hits has %,d bytes on average%n",
        HITS,
        bodies.stream().mapToInt(body -> body.length).sum() / bodies.size());
    System.out.printf(Locale.ROOT, "%-32s %10s %10s%n", "for each request", "us", "bytes");
    measure("read the parameters", _ -> parameters.parse(QueryString.parse(QUERY)).echo().size());
    measure("make the key", _ -> parsed.key().length());
    measure("make the tag", _ -> EntityTag.of("g1.1", "application/json", QUERY).value().length());
    measure("decode ten articles", i -> decode(pages.get(i)));
    measure("write the JSON", i -> answers.get(i).toBytes().length);
    measure("compress", i -> BodyResponse.Body.of(bodies.get(i), true).bytes().length);
  }

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Stored(ArticleId id, byte[] bytes) {
    Article article() {
      return ArticleCodec.decode(id, bytes, 0, bytes.length);
    }
  }

  private static List<List<Stored>> pages(Path folder) {
    var articles = new Articles();
    var corpus = new CorpusReader(folder, CorpusLimits.DEFAULT);
    for (CorpusFile file : corpus.list().files()) {
      if (articles.stored.size() < HITS * PAGES) {
        corpus.read(file, articles);
      }
    }
    List<List<Stored>> pages = new ArrayList<>();
    for (int i = 0; i < PAGES; i++) {
      pages.add(articles.stored.subList(i * HITS, (i + 1) * HITS));
    }
    return pages;
  }

  private static final class Articles implements MentionSink {
    private final List<Stored> stored = new ArrayList<>();

    @Override
    public void mention(Mention mention) {
      if (stored.size() < HITS * PAGES) {
        Article article = mention.article();
        stored.add(new Stored(article.id(), ArticleCodec.encode(article)));
      }
    }

    @Override
    public void problem(CorpusProblem problem) {}
  }

  private static SearchAnswer answer(ParsedSearch search, List<Stored> page) {
    List<Hit> hits = page.stream().map(stored -> hit(stored.article())).toList();
    return new SearchAnswer(
        search.echo(),
        new SearchResult(
            1_000,
            true,
            hits,
            List.of(),
            Wording.AS_TYPED,
            Optional.of(new Cursor("bmV4dA")),
            "g1.1"),
        Duration.ZERO);
  }

  private static Hit hit(Article article) {
    return new Hit(
        article,
        OptionalDouble.of(9.123456),
        List.of(),
        Optional.of(new Hit.Highlight(article.text().title(), article.text().excerpt())),
        Optional.empty(),
        Optional.empty());
  }

  private static int decode(List<Stored> page) {
    int length = 0;
    for (Stored stored : page) {
      length += stored.article().text().title().length();
    }
    return length;
  }

  private interface Work {
    int run(int page);
  }

  private static void measure(String what, Work work) {
    double best = Double.MAX_VALUE;
    long allocated = 0;
    long done = 0;
    for (int run = 0; run < RUNS; run++) {
      long bytes = THREAD.getCurrentThreadAllocatedBytes();
      long start = THREAD.getCurrentThreadCpuTime();
      for (int round = 0; round < 10; round++) {
        for (int page = 0; page < PAGES; page++) {
          done += work.run(page);
        }
      }
      best = Math.min(best, (THREAD.getCurrentThreadCpuTime() - start) / 1e3 / PAGES / 10);
      allocated = (THREAD.getCurrentThreadAllocatedBytes() - bytes) / PAGES / 10;
    }
    if (done == 0) {
      throw new IllegalStateException("nothing was done");
    }
    System.out.printf(Locale.ROOT, "%-32s %10.1f %,10d%n", what, best, allocated);
  }
}
