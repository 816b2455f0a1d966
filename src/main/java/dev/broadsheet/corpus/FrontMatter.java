package dev.broadsheet.corpus;

/**
 * A file taken apart.
 *
 * @param yaml the text between the two marks, or the whole file
 * @param line on which it starts, from 1
 * @param body what stands below; blank where nothing does
 */
record FrontMatter(String yaml, int line, String body) {
  /**
   * Takes a file apart.
   *
   * @param text of the whole file
   * @param yamlAlone whether the file may also be a YAML document as a whole
   * @throws RejectedDocument where a mark is missing
   */
  static FrontMatter of(String text, boolean yamlAlone) {
    int firstEnd = TextLines.end(text, 0);
    if (!isMark(text, 0, firstEnd, '-')) {
      return whole(text, yamlAlone, "no front matter (expected '---' as the first line)");
    }
    int start = TextLines.next(text, firstEnd);
    for (int at = start; at < text.length(); ) {
      int end = TextLines.end(text, at);
      if (isMark(text, at, end, '-') || isMark(text, at, end, '.')) {
        return new FrontMatter(
            text.substring(start, at), 2, text.substring(TextLines.next(text, end)));
      }
      at = TextLines.next(text, end);
    }
    return whole(
        text, yamlAlone, "the front matter is not closed (expected a line '---' below it)");
  }

  private static FrontMatter whole(String text, boolean allowed, String otherwise) {
    if (allowed) {
      return new FrontMatter(text, 1, "");
    }
    throw new RejectedDocument(1, otherwise);
  }

  private static boolean isMark(String text, int start, int end, char c) {
    if (end - start < 3
        || text.charAt(start) != c
        || text.charAt(start + 1) != c
        || text.charAt(start + 2) != c) {
      return false;
    }
    for (int i = start + 3; i < end; i++) {
      if (text.charAt(i) != ' ' && text.charAt(i) != '\t') {
        return false;
      }
    }
    return true;
  }
}
