package dev.broadsheet.corpus;

/**
 * Counts what one document may hold, so that a small file can't grow without bound: what stands
 * behind an alias counts each time that it is named.
 */
final class TreeBudget {
  private final CorpusLimits limits;
  private int depth;
  private int aliases;
  private long nodes;
  private long characters;
  private long repeated;

  TreeBudget(CorpusLimits limits) {
    this.limits = limits;
  }

  /** So many nodes and characters. */
  record Size(long nodes, long characters) {}

  /** What was counted up to now. */
  Size counted() {
    return new Size(nodes, characters);
  }

  /** Counts a node. */
  void node(int line, int length) {
    add(line, 1, length);
  }

  /** Goes into a list or mapping. */
  void enter(int line) {
    depth++;
    if (depth > limits.nesting()) {
      throw new RejectedDocument(
          line,
          "lists and mappings are nested too deeply (expected at most "
              + limits.nesting()
              + " levels)");
    }
  }

  /** Comes out of a list or mapping. */
  void leave() {
    depth--;
  }

  /** Counts what an alias stands for. */
  void alias(int line, Size size, boolean scalar) {
    aliases += scalar ? 0 : 1;
    repeated += size.characters();
    if (aliases > limits.aliases()) {
      throw new RejectedDocument(
          line,
          "too many aliases of lists and mappings (expected at most " + limits.aliases() + ")");
    }
    if (repeated > limits.fileBytes()) {
      throw new RejectedDocument(
          line,
          "aliases repeat too much text (expected at most "
              + limits.fileBytes()
              + " characters behind them)");
    }
    add(line, size.nodes(), size.characters());
  }

  private void add(int line, long moreNodes, long moreCharacters) {
    nodes += moreNodes;
    characters += moreCharacters;
    if (nodes > limits.nodes()) {
      throw new RejectedDocument(
          line,
          "the document holds too many values, those behind aliases counted each time (expected at"
              + " most "
              + limits.nodes()
              + ")");
    }
  }
}
