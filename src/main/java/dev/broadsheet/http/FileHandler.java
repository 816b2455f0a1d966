package dev.broadsheet.http;

import dev.broadsheet.page.PageFile;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Serves a file that goes with the search page. The page asks for it by an address that names its
 * version, and may keep it forever; who asks without that is told at each visit whether it is still
 * the same.
 */
final class FileHandler implements Handler {
  private static final String VERSION = "v";
  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "public, no-cache";

  private final String fileName;
  private final String mediaType;
  private final EntityTag tag;
  private final BodyResponse.Body plain;
  private final BodyResponse.Body packed;

  private FileHandler(String fileName, String mediaType, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    this.fileName = fileName;
    this.mediaType = mediaType;
    this.tag = new EntityTag(EntityTag.hash(text));
    this.plain = BodyResponse.Body.of(content, false);
    this.packed = BodyResponse.Body.of(content, true);
  }

  /** Serves a file as it is now. */
  static FileHandler of(PageFile file) {
    return new FileHandler(file.fileName(), file.mediaType(), file.text());
  }

  /** Serves what was made when the server started. */
  static FileHandler of(String fileName, String mediaType, String text) {
    return new FileHandler(fileName, mediaType, text);
  }

  /** Where it is, seen from the page. */
  String href() {
    return fileName + "?" + VERSION + "=" + tag.value();
  }

  @Override
  public void handle(Context context) {
    boolean gzip = BodyResponse.acceptsGzip(context) && packed.gzip();
    var known = IfNoneMatch.of(BodyResponse.field(context, "If-None-Match"));
    Optional<EntityTag> match = known.any() ? Optional.of(tag) : known.match(tag, gzip);
    boolean named = tag.value().equals(context.queryParam(VERSION));
    context.header("Cache-Control", named ? FOREVER : ASK_AGAIN);
    // Pages of any site may take the component: modules are fetched with CORS.
    context.header("Access-Control-Allow-Origin", "*");
    context.header("Cross-Origin-Resource-Policy", "cross-origin");
    if (match.isPresent()) {
      BodyResponse.sendNotModified(context, match.get());
    } else {
      BodyResponse.send(context, mediaType, gzip ? packed : plain, tag);
    }
  }
}
