package dev.broadsheet.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Splits a stream into lines in bounded memory. Does not close the stream. */
final class LineReader {
  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private final int longest;
  private byte[] buffer = new byte[CHUNK];
  private int start;
  private int length;
  private int scanned;
  private int filled;
  private int number;
  private boolean tooLong;

  /**
   * Reads lines.
   *
   * @param longest in bytes; of a longer line only that it was there is told
   */
  LineReader(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** The number of the line that was read last, or that is being read, from 1. */
  int number() {
    return number;
  }

  /** Whether nothing stands on the line that was read last. */
  boolean isEmpty() {
    return length == 0 && !tooLong;
  }

  /** The line that was read last. */
  FeedLine line() {
    return new FeedLine(number, Arrays.copyOfRange(buffer, start, start + length), tooLong);
  }

  /** Goes to the next line; false where there is none. */
  boolean next() throws IOException {
    number++;
    tooLong = false;
    start = scanned;
    while (true) {
      for (; scanned < filled; scanned++) {
        if (buffer[scanned] == '\n') {
          take(scanned);
          scanned++;
          return true;
        }
      }
      if (scanned - start > longest) {
        tooLong = true;
        scanned = start;
        filled = start;
      }
      if (!fill()) {
        boolean rest = scanned > start || tooLong;
        take(scanned);
        return rest;
      }
    }
  }

  private void take(int end) {
    tooLong |= end - start > longest;
    length = tooLong ? 0 : end - start;
  }

  private boolean fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, filled - start);
      scanned -= start;
      filled -= start;
      start = 0;
    }
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.min(2 * filled, longest + CHUNK));
    }
    int n = in.read(buffer, filled, buffer.length - filled);
    filled += Math.max(n, 0);
    return n >= 0;
  }
}
