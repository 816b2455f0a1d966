package dev.broadsheet.corpus;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * What the YAML parser complains of, in our words. Its own can quote the text, and what they quote
 * may be of a key that is not to be told; so only the fixed beginnings of its messages are looked
 * at.
 */
final class YamlTrouble {
  private static final Map<String, String> WORDS = words();

  private YamlTrouble() {}

  /** The problem behind an exception of the parser. */
  static RejectedDocument of(RuntimeException trouble, String yaml, YamlLines lines) {
    return switch (trouble) {
      case ReaderException character -> unprintable(character, yaml, lines);
      case MarkedYAMLException marked when marked.getProblemMark() != null -> at(marked, lines);
      default -> new RejectedDocument(lines.first(), "not valid YAML");
    };
  }

  private static RejectedDocument at(MarkedYAMLException marked, YamlLines lines) {
    int line = lines.within(marked.getProblemMark());
    Mark context = marked.getContextMark();
    int start = context == null ? line : lines.within(context);
    String since = start == line ? "" : "; it is about what starts on line " + start;
    return new RejectedDocument(
        line, "not valid YAML: " + words(String.valueOf(marked.getProblem())) + since);
  }

  private static String words(String problem) {
    return WORDS.entrySet().stream()
        .filter(entry -> problem.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("it can't be read from here on");
  }

  /** The place is looked for, as the parser reads ahead and does not tell the line. */
  private static RejectedDocument unprintable(
      ReaderException trouble, String yaml, YamlLines lines) {
    int i = 0;
    while (i < yaml.length() && StreamReader.isPrintable(yaml.codePointAt(i))) {
      i += Character.charCount(yaml.codePointAt(i));
    }
    int codePoint = i < yaml.length() ? yaml.codePointAt(i) : trouble.getCodePoint();
    return new RejectedDocument(
        lines.first() + TextLines.lineOf(yaml, Math.min(i, yaml.length() - 1)) - 1,
        String.format(
            Locale.ROOT,
            "not valid YAML: the character U+%04X is not allowed (expected it as \"\\u%04x\" in"
                + " double quotes, or not at all)",
            codePoint,
            codePoint));
  }

  private static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(
        "mapping values are not allowed",
        "a ':' is not allowed here (expected quotes around a text that holds ': ')");
    words.put("mapping keys are not allowed", "a key is not allowed here");
    words.put("sequence entries are not allowed", "a '- ' is not allowed here");
    words.put("could not find expected ':'", "a ':' is missing (expected 'key: value')");
    words.put(
        "found unexpected end of stream", "a quote is not closed (expected it before the end)");
    words.put("found unexpected document separator", "a quote is not closed before '---' or '...'");
    words.put("found unknown escape character", "an unknown escape in double quotes after '\\'");
    words.put("expected escape sequence of", "an escape in double quotes needs hexadecimal digits");
    words.put(
        "expected <block end>", "the indentation does not fit (expected another key, or the end)");
    words.put("expected ',' or ']'", "a list is not closed (expected ',' or ']')");
    words.put("expected ',' or '}'", "a mapping is not closed (expected ',' or '}')");
    words.put("expected the node content", "a value is missing (expected one here)");
    words.put(
        "expected '<document start>'", "there is text after the end (expected keys and values)");
    words.put("found undefined tag handle", "an undeclared tag after '!' (expected a value)");
    words.put(
        "found character", "a character that no value can start with (expected quotes around it)");
    words.put("found duplicate YAML directive", "a second %YAML directive");
    words.put("found incompatible YAML document", "another version of YAML (expected 1.1 or 1.2)");
    words.put("unexpected character found", "a character is not allowed in the name of an anchor");
    words.put(
        "expected chomping or indentation",
        "'|' or '>' is followed by something else (expected text below it)");
    words.put("expected indentation indicator", "'|' or '>' is followed by 0 (expected 1 to 9)");
    words.put("expected a comment or a line break", "there is more on the line (expected its end)");
    words.put("expected URI", "a tag after '!' is not well formed (expected a value)");
    return words;
  }
}
