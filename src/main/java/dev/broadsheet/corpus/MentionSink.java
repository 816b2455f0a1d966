package dev.broadsheet.corpus;

import dev.broadsheet.article.Mention;

/** Takes what a file tells, while it is read. */
public interface MentionSink {
  /** Takes a mention. */
  void mention(Mention mention);

  /** Takes a problem. After one of the whole file there is nothing else of it. */
  void problem(CorpusProblem problem);
}
