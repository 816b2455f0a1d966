package dev.broadsheet.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a body that is there as a whole: its length is known, it is compressed where that was asked
 * for and saves something, and HEAD gets the headers that GET would.
 */
final class BodyResponse {
  private static final Logger LOG = LoggerFactory.getLogger(BodyResponse.class);

  /** A smaller body fits into one packet anyway. */
  private static final int COMPRESSED_FROM_BYTES = 1_000;

  private static final Pattern REFUSED = Pattern.compile("\\s*q\\s*=\\s*0(?:\\.0*)?\\s*");

  private BodyResponse() {}

  /**
   * What goes over the wire.
   *
   * @param bytes as they are sent
   * @param gzip whether they are compressed
   */
  @SuppressWarnings("ArrayRecordComponent") // Made once, sent once, and never compared.
  record Body(byte[] bytes, boolean gzip) {
    /** A body as it is, or compressed where that is wanted and saves something. */
    static Body of(byte[] whole, boolean gzip) {
      return gzip && whole.length >= COMPRESSED_FROM_BYTES
          ? new Body(compressed(whole), true)
          : new Body(whole, false);
    }
  }

  /** Sends an answer that may be kept, and later be asked for again by its tag. */
  static void send(Context context, String mediaType, Body body, EntityTag tag) {
    context.header("ETag", (body.gzip() ? tag.compressed() : tag).quoted());
    send(context, 200, mediaType, body);
  }

  /** Sends what no one should keep, such as a problem. */
  static void sendOnce(Context context, int status, String mediaType, byte[] body) {
    context.header("Cache-Control", "no-store");
    send(context, status, mediaType, Body.of(body, acceptsGzip(context)));
  }

  /** Says that what the client has is what it would get. */
  static void sendNotModified(Context context, EntityTag tag) {
    sendEmpty(context, 304);
    context.header("ETag", tag.quoted());
    vary(context, "Accept-Encoding");
  }

  /** Sends a status that has no body, and so none of the type that Javalin begins with. */
  static void sendEmpty(Context context, int status) {
    context.status(status);
    context.res().setContentType(null);
  }

  private static void send(Context context, int status, String mediaType, Body body) {
    context.status(status);
    context.contentType(mediaType);
    vary(context, "Accept-Encoding");
    if (body.gzip()) {
      context.header("Content-Encoding", "gzip");
    }
    context.header("Content-Length", Integer.toString(body.bytes().length));
    if (!context.req().getMethod().equals("HEAD")) {
      write(context, body.bytes());
    }
  }

  /** In one go: a result of Javalin's is copied in pieces. */
  private static void write(Context context, byte[] body) {
    try {
      context.res().getOutputStream().write(body);
    } catch (IOException gone) {
      LOG.debug("A client went away before it had its answer", gone);
    }
  }

  /** Says that the answer depends on a header of the request. */
  static void vary(Context context, String header) {
    String before = context.res().getHeader("Vary");
    context.header("Vary", before == null ? header : before + ", " + header);
  }

  static boolean acceptsGzip(Context context) {
    return accepts(field(context, "Accept-Encoding"));
  }

  /** All values of a header, as one. */
  static String field(Context context, String name) {
    return String.join(",", Collections.list(context.req().getHeaders(name)));
  }

  /** Whether a field {@code Accept-Encoding} takes gzip (RFC 9110, section 12.5.3). */
  static boolean accepts(String field) {
    Map<String, Boolean> wanted = new HashMap<>();
    for (String element : field.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = element.split(";", -1);
      boolean refused = parts.length > 1 && REFUSED.matcher(parts[1]).matches();
      wanted.put(parts[0].strip(), !refused);
    }
    boolean any = wanted.getOrDefault("*", false);
    return wanted.getOrDefault("gzip", wanted.getOrDefault("x-gzip", any));
  }

  private static byte[] compressed(byte[] body) {
    var bytes = new ByteArrayOutputStream(body.length / 2);
    try (var gzip = new FastGzip(bytes)) {
      gzip.write(body);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory can be written to", impossible);
    }
    return bytes.toByteArray();
  }

  /** Answers are made for one request each: time counts for more than the last percent. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(ByteArrayOutputStream target) throws IOException {
      super(target, 8_192);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
