package dev.broadsheet.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.BytesRef;

/**
 * An item's JSON and where its title and excerpt stand in it: four bounds of two bytes, then the
 * text as it came.
 *
 * @param bytes all of it
 */
record StoredJson(BytesRef bytes) {
  private static final int HEADER = 4 * Short.BYTES;

  static byte[] pack(byte[] json) {
    String latin = new String(json, StandardCharsets.ISO_8859_1);
    var packed = ByteBuffer.allocate(HEADER + json.length);
    putBounds(packed, latin, "\"title\":");
    putBounds(packed, latin, "\"excerpt\":");
    return packed.put(json).array();
  }

  /** From the first letter behind the opening quote to the closing one; 0 and 0 if not there. */
  private static void putBounds(ByteBuffer packed, String json, String key) {
    int at = json.indexOf(key);
    int start = at < 0 ? 0 : json.indexOf('"', at + key.length()) + 1;
    int end = start;
    while (at >= 0 && json.charAt(end) != '"') {
      end += json.charAt(end) == '\\' ? 2 : 1;
    }
    packed.putShort((short) start).putShort((short) end);
  }

  String title() {
    return text(0);
  }

  String excerpt() {
    return text(1);
  }

  private String text(int number) {
    var packed = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    int at = bytes.offset + number * 2 * Short.BYTES;
    int start = Short.toUnsignedInt(packed.getShort(at));
    int end = Short.toUnsignedInt(packed.getShort(at + Short.BYTES));
    return new String(
        bytes.bytes, bytes.offset + HEADER + start, end - start, StandardCharsets.UTF_8);
  }

  int jsonOffset() {
    return bytes.offset + HEADER;
  }

  int jsonLength() {
    return bytes.length - HEADER;
  }
}
