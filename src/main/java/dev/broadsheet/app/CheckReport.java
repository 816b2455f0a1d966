package dev.broadsheet.app;

import dev.broadsheet.corpus.CorpusProblem;
import java.time.Duration;
import java.util.List;

/**
 * What a corpus is like.
 *
 * @param files that were found and can be read, or not
 * @param bytes that they have together
 * @param mentions of items that they hold: articles and related coverage
 * @param problems by path and line
 * @param took how long it took
 */
public record CheckReport(
    int files, long bytes, long mentions, List<CorpusProblem> problems, Duration took) {
  /** Sorts and copies the problems. */
  public CheckReport {
    problems = problems.stream().sorted().toList();
  }

  /** How many files would be rejected as a whole, however many problems they have. */
  public long rejectedFiles() {
    return problems.stream()
        .filter(problem -> problem.scope() == CorpusProblem.Scope.FILE)
        .map(CorpusProblem::path)
        .distinct()
        .count();
  }

  /** How many problems there are of a scope. */
  public long count(CorpusProblem.Scope scope) {
    return problems.stream().filter(problem -> problem.scope() == scope).count();
  }
}
