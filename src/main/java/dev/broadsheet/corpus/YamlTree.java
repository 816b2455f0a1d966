package dev.broadsheet.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads one YAML document from its events. Nothing is resolved or constructed: every scalar stays
 * the text that was written, tags mean nothing, and {@code <<} is a key like others.
 */
final class YamlTree {
  private final YamlLines lines;
  private final TreeBudget budget;
  private final ParserImpl parser;
  private final Map<String, Anchored> anchors = new HashMap<>();

  private YamlTree(String yaml, int firstLine, CorpusLimits limits) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setProcessComments(false);
    lines = new YamlLines(yaml, firstLine);
    budget = new TreeBudget(limits);
    parser = new ParserImpl(new StreamReader(yaml), options);
  }

  /** What an anchor names; without a node while that is still being read. */
  private record Anchored(@Nullable Node node, TreeBudget.Size size, boolean kept) {}

  /**
   * The keys and values of a document; none where it is empty.
   *
   * @param firstLine the line of the file on which the text starts, from 1
   * @throws RejectedDocument where it is not one YAML mapping, or goes over the limits
   */
  static Node.Mapping read(String yaml, int firstLine, CorpusLimits limits) {
    YamlTree tree = new YamlTree(yaml, firstLine, limits);
    try {
      return tree.document();
    } catch (YAMLException | IndexOutOfBoundsException | IllegalArgumentException e) {
      // The last two come out of the scanner where an escape or a version number is absurd.
      throw YamlTrouble.of(e, yaml, tree.lines);
    }
  }

  private Node.Mapping document() {
    parser.getEvent(); // the start of the stream
    if (parser.checkEvent(Event.ID.StreamEnd)) {
      return new Node.Mapping(Map.of(), lines.first());
    }
    parser.getEvent(); // the start of the document
    Node root = node(true);
    parser.getEvent(); // the end of the document
    if (!parser.checkEvent(Event.ID.StreamEnd)) {
      throw new RejectedDocument(
          lines.of(parser.peekEvent().getStartMark()),
          "a second YAML document starts here (expected one in a file)");
    }
    return switch (root) {
      case Node.Mapping mapping -> mapping;
      case Node.Scalar empty when empty.isAbsent() -> new Node.Mapping(Map.of(), lines.first());
      case Node.Scalar _, Node.Sequence _ ->
          throw new RejectedDocument(
              root.line(), "found " + root.noun() + " (expected keys and values: 'title: ...')");
    };
  }

  private Node node(boolean kept) {
    Event event = parser.getEvent();
    int line = lines.of(event.getStartMark());
    if (event instanceof AliasEvent alias) {
      return aliased(alias, line, kept);
    }
    String anchor = event instanceof NodeEvent named ? named.getAnchor() : null;
    TreeBudget.Size before = budget.counted();
    if (anchor != null) {
      anchors.put(anchor, new Anchored(null, before, kept));
    }
    Node node =
        switch (event) {
          case ScalarEvent scalar -> scalar(scalar, line);
          case SequenceStartEvent _ -> sequence(line, kept);
          case MappingStartEvent _ -> mapping(line, kept);
          default -> throw new RejectedDocument(line, "not valid YAML");
        };
    if (anchor != null) {
      anchors.put(anchor, new Anchored(node, since(before), kept));
    }
    return node;
  }

  private TreeBudget.Size since(TreeBudget.Size before) {
    TreeBudget.Size now = budget.counted();
    return new TreeBudget.Size(
        now.nodes() - before.nodes(), now.characters() - before.characters());
  }

  private Node scalar(ScalarEvent event, int line) {
    String text = event.getValue();
    budget.node(line, text.length());
    return new Node.Scalar(text, line, event.isPlain() && event.getTag() == null);
  }

  private Node sequence(int line, boolean kept) {
    budget.node(line, 0);
    budget.enter(line);
    List<Node> items = new ArrayList<>();
    while (!parser.checkEvent(Event.ID.SequenceEnd)) {
      items.add(node(kept));
    }
    parser.getEvent();
    budget.leave();
    return new Node.Sequence(items, line);
  }

  private Node mapping(int line, boolean kept) {
    budget.node(line, 0);
    budget.enter(line);
    MappingBuilder mapping = new MappingBuilder(line, kept);
    while (!parser.checkEvent(Event.ID.MappingEnd)) {
      // A list or a mapping as a key is none of ours; it is read over with its value.
      if (node(false) instanceof Node.Scalar key) {
        mapping.key(key.text(), key.line());
        mapping.value(key.text(), node(mapping.keeps(key.text())));
      } else {
        node(false);
      }
    }
    parser.getEvent();
    budget.leave();
    return mapping.build();
  }

  private Node aliased(AliasEvent alias, int line, boolean kept) {
    Anchored anchored = anchors.get(alias.getAnchor());
    if (anchored == null) {
      throw new RejectedDocument(line, "an alias names nothing (expected an anchor above it)");
    }
    Node node = anchored.node();
    if (node == null) {
      throw new RejectedDocument(
          line, "an alias stands inside of what it names (expected an anchor that is complete)");
    }
    if (kept && !anchored.kept()) {
      throw new RejectedDocument(
          line, "an alias names something of a key that is not kept (expected the value itself)");
    }
    budget.alias(line, anchored.size(), node instanceof Node.Scalar);
    return node instanceof Node.Scalar scalar
        ? new Node.Scalar(scalar.text(), line, scalar.plain())
        : node;
  }
}
