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

/**
 * Sends a body that is there as a whole: its length is known, it is compressed where that was asked
 * for and saves something, and HEAD gets the headers that GET would.
 */
final class JsonResponse {
  /** A smaller body fits into one packet anyway. */
  private static final int COMPRESSED_FROM_BYTES = 1_000;

  private static final Pattern REFUSED = Pattern.compile("\\s*q\\s*=\\s*0(?:\\.0*)?\\s*");

  private JsonResponse() {}

  static void send(Context context, int status, String mediaType, byte[] body) {
    boolean gzip = body.length >= COMPRESSED_FROM_BYTES && acceptsGzip(context);
    byte[] sent = gzip ? gzip(body) : body;
    context.status(status);
    context.contentType(mediaType);
    context.header("Vary", "Accept-Encoding");
    context.header("X-Content-Type-Options", "nosniff");
    if (gzip) {
      context.header("Content-Encoding", "gzip");
    }
    context.header("Content-Length", Integer.toString(sent.length));
    if (!context.req().getMethod().equals("HEAD")) {
      context.result(sent);
    }
  }

  private static boolean acceptsGzip(Context context) {
    String accepted =
        String.join(",", Collections.list(context.req().getHeaders("Accept-Encoding")));
    return accepts(accepted);
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

  private static byte[] gzip(byte[] body) {
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
