package dev.broadsheet.corpus;

import java.util.List;
import java.util.Map;

/** A piece of a document, the same for YAML and JSON: text stays as it was written. */
sealed interface Node {
  /** Where it starts in its file, from 1. */
  int line();

  /** What it is, for a message. */
  String noun();

  /**
   * A single value.
   *
   * @param text as written, without quotes
   * @param plain whether it stood there without quotes, so that {@code ~} and {@code null} may mean
   *     nothing
   */
  record Scalar(String text, int line, boolean plain) implements Node {
    /** Whether it stands for no value, where something else than text is expected. */
    boolean isAbsent() {
      return text.isBlank() || (plain && (text.equals("~") || text.equalsIgnoreCase("null")));
    }

    @Override
    public String noun() {
      return isAbsent() ? "nothing" : "text";
    }
  }

  /** A list. */
  record Sequence(List<Node> items, int line) implements Node {
    @Override
    public String noun() {
      return "a list";
    }
  }

  /** Values under keys, in their order; those of keys that are not kept are empty. */
  record Mapping(Map<String, Node> values, int line) implements Node {
    @Override
    public String noun() {
      return "a mapping";
    }
  }
}
