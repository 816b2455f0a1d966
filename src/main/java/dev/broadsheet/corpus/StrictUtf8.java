package dev.broadsheet.corpus;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Decodes UTF-8 and says where it is not. */
final class StrictUtf8 {
  private static final char REPLACEMENT = '\uFFFD';
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private StrictUtf8() {}

  /**
   * The text, without a byte order mark.
   *
   * @param line the line of the file on which the bytes start
   * @throws RejectedDocument where the bytes are not UTF-8
   */
  static String decode(byte[] bytes, int offset, int length, int line) {
    String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
    // Java writes this character for what is malformed; it can also be meant.
    if (text.indexOf(REPLACEMENT) >= 0) {
      check(ByteBuffer.wrap(bytes, offset, length), line);
    }
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static void check(ByteBuffer in, int line) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(in.remaining() + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      out.flip();
      int within = TextLines.lineOf(out + "?", out.length());
      throw new RejectedDocument(
          line + within - 1,
          String.format(
              Locale.ROOT,
              "the byte 0x%02X is not valid UTF-8 (expected text in UTF-8)",
              in.get()));
    }
  }
}
