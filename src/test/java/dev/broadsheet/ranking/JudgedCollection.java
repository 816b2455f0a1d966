package dev.broadsheet.ranking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Articles, queries, and which articles people found to answer each: a folder with {@code
 * corpus.jsonl}, {@code queries.tsv} (id, text) and {@code qrels.tsv} (query, sourceUrl, grade).
 *
 * @param name of the folder
 * @param corpus the folder
 * @param queries those that anything was found to answer
 */
public record JudgedCollection(String name, Path corpus, List<Query> queries) {
  /**
   * A query.
   *
   * @param text as typed
   * @param grades by URL, of what answers it; 1 or more
   */
  public record Query(String text, Map<String, Integer> grades) {}

  public static JudgedCollection read(Path folder) throws IOException {
    Map<String, Map<String, Integer>> grades = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("qrels.tsv"))) {
      String[] columns = line.split("\t", -1);
      int grade = Integer.parseInt(columns[2].strip());
      if (grade > 0) {
        grades.computeIfAbsent(columns[0], query -> new HashMap<>()).put(columns[1], grade);
      }
    }
    List<Query> queries = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("queries.tsv"))) {
      String[] columns = line.split("\t", -1);
      if (grades.containsKey(columns[0])) {
        queries.add(new Query(columns[1], grades.get(columns[0])));
      }
    }
    return new JudgedCollection(folder.getFileName().toString(), folder, queries);
  }

  /** How well a search, from text to the best hundred URLs, answers the queries. */
  public Measures measure(Function<String, List<String>> search) {
    List<Measures> each = new ArrayList<>();
    for (Query query : queries) {
      each.add(Measures.of(search.apply(query.text()), query.grades()));
    }
    return Measures.mean(each);
  }
}
