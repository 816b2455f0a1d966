package dev.broadsheet.bench;

import dev.broadsheet.http.ParsedSearch;
import dev.broadsheet.http.SearchAnswer;
import dev.broadsheet.lucene.LuceneEngine;
import dev.broadsheet.lucene.LuceneSettings;
import dev.broadsheet.search.SearchEngine;
import dev.broadsheet.search.SearchResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The inner loops, and what each request allocates: one search through the engine's port, by class
 * of query, and one answer written as JSON. Run by JMH's own {@code org.openjdk.jmh.Main} with
 * {@code -prof gc -p index=INDEX -p queries=FILE}; one thread goes round the queries of a class.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EngineJmh {
  /** So many different answers are written in turns. */
  private static final int ANSWERS = 100;

  /** The folder of an index. */
  @Param("")
  public String index;

  /** A file of queries. */
  @Param("")
  public String queries;

  /** The queries of which class. */
  @Param public QueryClass sort;

  /** More parameters of every query. */
  @Param({"facets=none", "facets=topic,provider"})
  public String more;

  private SearchEngine engine;
  private List<ParsedSearch> searches;
  private List<SearchAnswer> answers;
  private int next;

  /** Opens the index and makes the answers to write. */
  @Setup
  public void open() throws IOException {
    QueryFile file = QueryFile.read(Path.of(queries)).with(more);
    List<ParsedSearch> all = Requests.of(file);
    searches =
        IntStream.range(0, file.size())
            .filter(i -> file.classes().get(i).equals(sort.label()))
            .mapToObj(all::get)
            .toList();
    engine = LuceneEngine.open(Path.of(index), LuceneSettings.DEFAULT);
    answers =
        searches.stream()
            .limit(ANSWERS)
            .map(search -> new SearchAnswer(search.echo(), search.ask(engine), Duration.ZERO))
            .toList();
  }

  /** One search. */
  @Benchmark
  public SearchResult search() {
    return searches.get(next++ % searches.size()).ask(engine);
  }

  /** One answer to JSON. */
  @Benchmark
  public byte[] json() {
    return answers.get(next++ % answers.size()).toBytes();
  }

  /** Closes the index. */
  @TearDown
  public void close() {
    engine.close();
  }
}
