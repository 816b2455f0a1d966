package dev.broadsheet.corpus;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads one JSON object from a line of a bulk feed; numbers stay the text that was written. */
final class JsonTree {
  /** The length of a line bounds the names and texts in it; the nesting is counted here. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .build())
          .build();

  private final JsonParser parser;
  private final int line;
  private final TreeBudget budget;

  private JsonTree(JsonParser parser, int line, CorpusLimits limits) {
    this.parser = parser;
    this.line = line;
    this.budget = new TreeBudget(limits);
  }

  /**
   * The keys and values of a line.
   *
   * @throws RejectedDocument where it is not one JSON object, or goes over the limits
   */
  static Node.Mapping read(String json, int line, CorpusLimits limits) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      return new JsonTree(parser, line, limits).document();
    } catch (JacksonException e) {
      // Its message can quote the text, also that of a key that is not to be told.
      int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
      throw new RejectedDocument(
          line,
          "not valid JSON"
              + (column > 0 ? " near column " + column : "")
              + " (expected one object, complete on its line)");
    }
  }

  private Node.Mapping document() {
    Node root = value(parser.nextToken(), true);
    if (!(root instanceof Node.Mapping mapping)) {
      throw new RejectedDocument(
          line, "found " + root.noun() + " (expected a JSON object: {\"title\": ...})");
    }
    if (parser.nextToken() != null) {
      throw new RejectedDocument(line, "a second JSON value follows (expected one on a line)");
    }
    return mapping;
  }

  private Node value(JsonToken token, boolean kept) {
    return switch (token) {
      case START_OBJECT -> object(kept);
      case START_ARRAY -> array(kept);
      case VALUE_NULL -> scalar("", true);
      case VALUE_STRING -> scalar(parser.getString(), false);
      default -> scalar(parser.getString(), true);
    };
  }

  private Node scalar(String text, boolean plain) {
    budget.node(line, text.length());
    return new Node.Scalar(text, line, plain);
  }

  private Node array(boolean kept) {
    budget.node(line, 0);
    budget.enter(line);
    List<Node> items = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      items.add(value(next, kept));
    }
    budget.leave();
    return new Node.Sequence(items, line);
  }

  private Node object(boolean kept) {
    budget.node(line, 0);
    budget.enter(line);
    MappingBuilder mapping = new MappingBuilder(line, kept);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      mapping.key(key, line);
      mapping.value(key, value(parser.nextToken(), mapping.keeps(key)));
    }
    budget.leave();
    return mapping.build();
  }
}
