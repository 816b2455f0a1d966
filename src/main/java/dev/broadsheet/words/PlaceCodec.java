package dev.broadsheet.words;

import dev.broadsheet.search.Cursor;
import dev.broadsheet.search.InvalidCursorException;
import dev.broadsheet.words.PlanDecision.Relaxation;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a place as the token of a cursor, and reads it. Nothing is kept on the server, so a cursor
 * outlives it; and nothing in a token is trusted: whatever it says, the worst that comes of it is
 * another page. Numbers are in seven-bit groups, lowest first, of which all but the last have the
 * eighth bit set; the token ends with a checksum.
 */
public final class PlaceCodec {
  private static final int VERSION = 1;

  /** With a scale at the end. */
  private static final int VERSION_WITH_SCALE = 3;

  private static final int SUM_BYTES = 4;
  private static final String DAMAGED = "the cursor is damaged";

  private PlaceCodec() {}

  public static Cursor encode(Place place) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(place.scale().isPresent() ? VERSION_WITH_SCALE : VERSION);
      out.writeInt(place.request());
      write(out, place.key());
      write(out, place.decision());
      writeNumber(out, place.numbers().size());
      for (long number : place.numbers()) {
        writeNumber(out, number);
      }
      if (place.scale().isPresent()) {
        write(out, place.scale().get());
      }
      out.flush();
      out.writeInt(Checksum.of(bytes.toByteArray(), bytes.size()));
    } catch (IOException e) {
      throw new UncheckedIOException("memory can't be written to", e);
    }
    return new Cursor(text(bytes.toByteArray()));
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Reads a cursor. */
  public static Place decode(Cursor cursor) {
    ByteBuffer in = checked(cursor);
    try {
      byte version = in.get();
      if (version != VERSION && version != VERSION_WITH_SCALE) {
        throw new InvalidCursorException("the cursor is of another version of Broadsheet");
      }
      int request = in.getInt();
      SortKey key = readKey(in);
      PlanDecision decision = readDecision(in);
      List<Long> numbers = new ArrayList<>();
      for (long count = readCount(in); count > 0; count--) {
        numbers.add(readNumber(in));
      }
      Optional<MeaningScale> scale =
          version == VERSION_WITH_SCALE ? Optional.of(readScale(in)) : Optional.empty();
      return new Place(request, key, decision, numbers, scale);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw damaged();
    }
  }

  private static InvalidCursorException damaged() {
    return new InvalidCursorException(DAMAGED);
  }

  /** What stands before the checksum, if that is right. */
  private static ByteBuffer checked(Cursor cursor) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(cursor.token());
    } catch (IllegalArgumentException notBase64) {
      throw damaged();
    }
    int length = bytes.length - SUM_BYTES;
    // The last letter may hold bits that a decoder passes over.
    if (!text(bytes).equals(cursor.token())
        || length < 1
        || ByteBuffer.wrap(bytes).getInt(length) != Checksum.of(bytes, length)) {
      throw damaged();
    }
    return ByteBuffer.wrap(Arrays.copyOf(bytes, length));
  }

  private static void write(DataOutputStream out, SortKey key) throws IOException {
    writeNumber(out, key.tier());
    out.writeLong(key.rank());
    out.writeLong(key.date());
    out.writeLong(key.id());
  }

  private static SortKey readKey(ByteBuffer in) {
    int tier = Math.toIntExact(Math.min(readNumber(in), Integer.MAX_VALUE));
    return new SortKey(tier, in.getLong(), in.getLong(), in.getLong());
  }

  private static void write(DataOutputStream out, PlanDecision decision) throws IOException {
    out.writeLong(decision.scoredAt().toEpochMilli());
    out.writeBoolean(decision.relaxation().isPresent());
    if (decision.relaxation().isPresent()) {
      write(out, decision.relaxation().get());
    }
    writeNumber(out, decision.corrections().size());
    for (var correction : decision.corrections().entrySet()) {
      write(out, correction.getKey());
      write(out, correction.getValue());
    }
  }

  private static PlanDecision readDecision(ByteBuffer in) {
    Instant scoredAt = Instant.ofEpochMilli(in.getLong());
    Optional<Relaxation> relaxation =
        in.get() != 0 ? Optional.of(readRelaxation(in)) : Optional.empty();
    Map<String, String> corrections = new LinkedHashMap<>();
    for (long count = readCount(in); count > 0; count--) {
      corrections.put(readText(in), readText(in));
    }
    return new PlanDecision(corrections, relaxation, scoredAt);
  }

  private static void write(DataOutputStream out, Relaxation relaxation) throws IOException {
    out.writeBoolean(relaxation.loosened());
    out.writeFloat(relaxation.least());
    writeNumber(out, relaxation.feedback().size());
    for (var stem : relaxation.feedback().entrySet()) {
      write(out, stem.getKey());
      out.writeFloat(stem.getValue());
    }
  }

  private static Relaxation readRelaxation(ByteBuffer in) {
    boolean loosened = in.get() != 0;
    float least = readFinite(in);
    Map<String, Float> feedback = new LinkedHashMap<>();
    for (long count = readCount(in); count > 0; count--) {
      String stem = readText(in);
      feedback.put(stem, Math.abs(readFinite(in)));
    }
    return new Relaxation(loosened, least, feedback);
  }

  private static void write(DataOutputStream out, MeaningScale scale) throws IOException {
    out.writeFloat(scale.best());
    out.writeFloat(scale.least());
    out.writeFloat(scale.floor());
    out.writeFloat(scale.top());
  }

  private static MeaningScale readScale(ByteBuffer in) {
    var scale = new MeaningScale(readFinite(in), readFinite(in), readFinite(in), readFinite(in));
    if (scale.least() < 0 || scale.best() < scale.least() || scale.top() <= scale.floor()) {
      throw damaged();
    }
    return scale;
  }

  private static float readFinite(ByteBuffer in) {
    float number = in.getFloat();
    if (!Float.isFinite(number)) {
      throw damaged();
    }
    return number;
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    writeNumber(out, bytes.length);
    out.write(bytes);
  }

  private static String readText(ByteBuffer in) {
    byte[] bytes = new byte[readCount(in)];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** How many of something follow, each of which takes a byte at least. */
  private static int readCount(ByteBuffer in) {
    long count = readNumber(in);
    if (count > in.remaining()) {
      throw damaged();
    }
    return (int) count;
  }

  private static void writeNumber(DataOutputStream out, long number) throws IOException {
    long rest = number;
    while (rest > 0x7F) {
      out.writeByte((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  private static long readNumber(ByteBuffer in) {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE - 7; shift += 7) {
      byte group = in.get();
      number |= (long) (group & 0x7F) << shift;
      if (group >= 0) {
        return number;
      }
    }
    throw damaged();
  }
}
