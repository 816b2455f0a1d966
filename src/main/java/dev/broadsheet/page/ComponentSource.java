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
          "dom",
          "search",
          "endpoint",
          "recent",
          "texts",
          "box",
          "dates",
          "facets",
          "results",
          "element");

  /** Stands for the style sheet, as a text between quotes. */
  private static final String STYLES_HERE = "\"broadsheet.css\"";

  private static final Pattern COMMENT = Pattern.compile("(?ms)^ *(?:/\\*.*?\\*/|//[^\\n]*) *\\n");
  private static final Pattern IMPORT = Pattern.compile("(?m)^import [^\\n]*\\n");
  private static final Pattern EXPORT = Pattern.compile("(?m)^export ");

  /**
   * A text, a template or a regular expression, which stay; or a sign with the space around it. A
   * slash before a space divides.
   */
  private static final Pattern KEPT_OR_SPACED =
      Pattern.compile(
          "(\"(?:\\\\.|[^\"\\\\])*+\"|`(?:\\\\.|[^`\\\\])*+`"
              + "|/(?! )(?:\\\\.|\\[(?:\\\\.|[^]])*]|[^/\\\\\\[\\n])+/)"
              + "|\\s*([-{}()=+*,;:?<>&|!]+)\\s*");

  /** In the style sheet, up to the next heading. */
  private static final Pattern ONLY_FOR_THE_PAGE =
      Pattern.compile("(?s)/\\* Page \\*/.*?(?=/\\* )");

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** Space around signs, the last semicolon of a rule, and the zero before a point. */
  private static final Pattern UNNEEDED =
      Pattern.compile("; ?(?=})| ?([{};]) ?|(?<=[a-z]:) |(?<=[ :(-])0(?=\\.)");

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

  /** All statements end with a semicolon, so that the ends of lines say nothing. */
  private static String part(String module) {
    String code = without(EXPORT, without(IMPORT, without(COMMENT, module)));
    return KEPT_OR_SPACED.matcher(code).replaceAll("$1$2");
  }

  private static String without(Pattern pattern, String text) {
    return pattern.matcher(text).replaceAll("");
  }

  private static String squeezed(String css) {
    String needed = without(COMMENT, without(ONLY_FOR_THE_PAGE, css));
    return UNNEEDED.matcher(SPACE.matcher(needed).replaceAll(" ")).replaceAll("$1").strip();
  }

  /** As JavaScript writes it. */
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
