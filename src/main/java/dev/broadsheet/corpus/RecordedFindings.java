package dev.broadsheet.corpus;

import dev.broadsheet.article.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a part of a file tells, to be told later and in the right order. */
final class RecordedFindings implements MentionSink {
  private final List<Consumer<MentionSink>> told = new ArrayList<>();
  private int rejectedLines;

  @Override
  public void mention(Mention mention) {
    told.add(sink -> sink.mention(mention));
  }

  @Override
  public void problem(CorpusProblem problem) {
    told.add(sink -> sink.problem(problem));
    rejectedLines += problem.scope() == CorpusProblem.Scope.LINE ? 1 : 0;
  }

  int rejectedLines() {
    return rejectedLines;
  }

  void tell(MentionSink sink) {
    told.forEach(finding -> finding.accept(sink));
  }
}
