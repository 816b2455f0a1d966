package dev.broadsheet.page;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts the web component together: its modules one after the other, so that a site loads one file,
 * and the style sheet as a text within. What is only for who reads the sources is left out:
 * comments, indents, and what the modules say of each other.
 */
final class ComponentSource {
  /** Each behind those that it imports. */
  private static final List<String> MODULES =
      List.of(
          "dom", "search", "endpoint", "recent", "texts", "box", "dates", "facets", "results",
          "element");

  /** Stands for the style sheet, as a text between quotes. */
  private static final String STYLES_HERE = "\"broadsheet.css\"";

  private static final Pattern COMMENT = Pattern.compile("(?ms)^ *(?:/\\*.*?\\*/|//[^\\n]*) *\\n");
  private static final Pattern IMPORT = Pattern.compile("(?m)^import [^\\n]*\\n");
  private static final Pattern EXPORT = Pattern.compile("(?m)^export ");
  private static final Pattern INDENT = Pattern.compile("(?m)^ +|^\\n");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern SPACE_AROUND = Pattern.compile(" ?([{};]) ?");

  private ComponentSource() {}

  /**
   * The module that a site loads.
   *
   * @param read gives a file of this package
   */
  static String joined(UnaryOperator<String> read) {
    return MODULES.stream()
        .map(module -> part(read.apply("component/" + module + ".js")))
        .collect(Collectors.joining())
        .replace(STYLES_HERE, quoted(squeezed(read.apply("broadsheet.css"))));
  }

  private static String part(String module) {
    return without(INDENT, without(EXPORT, without(IMPORT, without(COMMENT, module))));
  }

  private static String without(Pattern pattern, String text) {
    return pattern.matcher(text).replaceAll("");
  }

  private static String squeezed(String css) {
    String inALine = SPACE.matcher(without(COMMENT, css)).replaceAll(" ");
    return SPACE_AROUND.matcher(inALine).replaceAll("$1");
  }

  /** As JavaScript writes it. */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
