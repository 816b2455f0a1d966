package dev.broadsheet.cli;

import dev.broadsheet.corpus.CorpusProblem;
import java.util.List;

/** Prints what is wrong with files, a line each. */
final class ProblemList {
  private static final int SHOWN_ON_A_TERMINAL = 20;

  private ProblemList() {}

  /** All of them. */
  static void print(List<CorpusProblem> problems, Screen screen) {
    problems.forEach(problem -> screen.line(PlainText.safe(problem.toString())));
  }

  /** As many as a person reads; all of them where no person looks on. */
  static void printFirst(List<CorpusProblem> problems, Screen screen) {
    int shown =
        screen.isTerminal() ? Math.min(problems.size(), SHOWN_ON_A_TERMINAL) : problems.size();
    print(problems.subList(0, shown), screen);
    if (shown < problems.size()) {
      screen.line(
          screen.faint(
              "... and "
                  + PlainText.number(problems.size() - shown)
                  + " more: 'broadsheet check' shows all"));
    }
  }
}
