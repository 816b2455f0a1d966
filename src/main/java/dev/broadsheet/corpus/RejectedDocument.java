package dev.broadsheet.corpus;

/** A document that can't be taken apart into keys and values. Ends at the reader of its file. */
final class RejectedDocument extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int line;

  /**
   * Says what is wrong and what was expected.
   *
   * @param line of the file, from 1
   */
  RejectedDocument(int line, String message) {
    super(message, null, false, false);
    this.line = line;
  }

  /** The line of the file, from 1. */
  int line() {
    return line;
  }

  /** What is wrong and what was expected, in one line. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
