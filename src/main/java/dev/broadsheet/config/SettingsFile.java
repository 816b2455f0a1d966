package dev.broadsheet.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a settings file: YAML, in which nested keys make one name, {@code quality: {weight: 0.5}}
 * as {@code quality.weight}. Values are taken as written, not guessed.
 */
final class SettingsFile {
  private static final Set<String> NO_VALUE = Set.of("", "~", "null");

  private final Path file;
  private final Set<String> names;
  private final Set<String> lists;
  private final Map<String, Given> values = new LinkedHashMap<>();

  private SettingsFile(Path file, Set<String> names, Set<String> lists) {
    this.file = file;
    this.names = names;
    this.lists = lists;
  }

  /**
   * The settings in a file, by name.
   *
   * @param shown the file as a person knows it, for messages
   * @param names of all settings there are
   * @param lists those of them that may have a list of values
   * @throws ConfigException where the file can't be read, isn't YAML or holds an unknown setting
   */
  static Map<String, Given> read(Path file, Path shown, Set<String> names, Set<String> lists) {
    var settings = new SettingsFile(shown, names, lists);
    Node root = settings.parse(file);
    if (root instanceof MappingNode mapping) {
      settings.take("", mapping, folder(file));
    } else if (root != null && !isEmpty(root)) {
      throw settings.problem(root, "expected settings such as 'port: 8080'");
    }
    return settings.values;
  }

  private static Path folder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }

  private @Nullable Node parse(Path source) {
    try {
      return new Yaml(new LoaderOptions()).compose(new StringReader(Files.readString(source)));
    } catch (NoSuchFileException e) {
      throw new ConfigException(file + ": there is no such settings file", e);
    } catch (CharacterCodingException e) {
      throw new ConfigException(file + ": the settings file is not UTF-8", e);
    } catch (IOException e) {
      throw new ConfigException(file + ": can't read the settings file: " + e.getMessage(), e);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new ConfigException(file + ":" + line + ": not valid YAML: " + e.getProblem(), e);
    } catch (YAMLException e) {
      throw new ConfigException(file + ": not valid YAML: " + e.getMessage(), e);
    }
  }

  private void take(String prefix, MappingNode mapping, Path folder) {
    for (NodeTuple tuple : mapping.getValue()) {
      String name = prefix + key(tuple.getKeyNode());
      Node value = tuple.getValueNode();
      if (names.contains(name)) {
        put(name, tuple.getKeyNode(), value, folder);
      } else if (value instanceof MappingNode nested && isGroup(name)) {
        // Only the names that begin a setting's are gone into, so that no alias can loop.
        take(name + ".", nested, folder);
      } else if (!(isEmpty(value) && isGroup(name))) {
        throw problem(
            tuple.getKeyNode(), "unknown setting '" + name + "': " + NearestName.hint(name, names));
      }
    }
  }

  private void put(String name, Node key, Node value, Path folder) {
    String text =
        value instanceof SequenceNode sequence && lists.contains(name)
            ? sequence.getValue().stream()
                .map(element -> scalar(name, element))
                .collect(Collectors.joining(", "))
            : scalar(name, value);
    var origin = new Origin.File(file, line(key));
    if (!isEmpty(value) && values.put(name, new Given(text, origin, folder)) != null) {
      throw problem(key, name + ": set twice in this file");
    }
  }

  private String scalar(String name, Node value) {
    if (value instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw problem(value, name + ": expected one value, but found a list or a mapping");
  }

  private String key(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw problem(node, "expected the name of a setting");
  }

  private boolean isGroup(String name) {
    return names.stream().anyMatch(known -> known.startsWith(name + "."));
  }

  /** Whether it is a key without a value, or with YAML's word for none: then the default holds. */
  private static boolean isEmpty(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.isPlain()
        && NO_VALUE.contains(scalar.getValue());
  }

  private ConfigException problem(Node node, String message) {
    return new ConfigException(file + ":" + line(node) + ": " + message);
  }

  private static int line(Node node) {
    return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
  }
}
