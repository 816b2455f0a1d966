package dev.broadsheet.corpus;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.error.Mark;

/**
 * The line of the file that a place in its YAML is on. The parser also counts the line breaks of
 * Unicode (U+0085, U+2028, U+2029), which no editor does; here they do not count.
 */
final class YamlLines {
  private final String yaml;
  private final int first;
  private final int[] oddBreaks;

  YamlLines(String yaml, int first) {
    this.yaml = yaml;
    this.first = first;
    oddBreaks = oddBreaks(yaml);
  }

  /** The line on which the YAML starts. */
  int first() {
    return first;
  }

  /** The line of a place, from 1. */
  int of(Mark mark) {
    int line = first + mark.getLine();
    if (oddBreaks.length > 0) {
      int before = Arrays.binarySearch(oddBreaks, mark.getIndex());
      line -= before < 0 ? -before - 1 : before;
    }
    return line;
  }

  /** The line of a place, or the last line that there is where it is behind the end. */
  int within(Mark mark) {
    return Math.min(of(mark), first + TextLines.count(yaml) - 1);
  }

  private static int[] oddBreaks(String yaml) {
    if (yaml.indexOf('\u0085') < 0 && yaml.indexOf('\u2028') < 0 && yaml.indexOf('\u2029') < 0) {
      return new int[0];
    }
    int[] codePoints = yaml.codePoints().toArray();
    return IntStream.range(0, codePoints.length)
        .filter(i -> codePoints[i] == 0x85 || codePoints[i] == 0x2028 || codePoints[i] == 0x2029)
        .toArray();
  }
}
