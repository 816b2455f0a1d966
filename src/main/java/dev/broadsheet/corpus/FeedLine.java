package dev.broadsheet.corpus;

/** A line of a bulk feed, not decoded yet. */
final class FeedLine {
  private final int number;
  private final byte[] bytes;
  private final boolean tooLong;

  /**
   * A line.
   *
   * @param number from 1
   * @param bytes without the line break; none where it is too long
   * @param tooLong whether it was passed over
   */
  FeedLine(int number, byte[] bytes, boolean tooLong) {
    this.number = number;
    this.bytes = bytes;
    this.tooLong = tooLong;
  }

  int number() {
    return number;
  }

  /** How many bytes there are to decode. */
  int size() {
    return bytes.length;
  }

  boolean isTooLong() {
    return tooLong;
  }

  /**
   * The line as text.
   *
   * @throws RejectedDocument where it is not UTF-8
   */
  String text() {
    return StrictUtf8.decode(bytes, 0, bytes.length, number);
  }
}
