package dev.broadsheet.opensearch;

import dev.broadsheet.indexing.ArticleCodec;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a writer says of the index, in a document of its own.
 *
 * @param index the name of the index behind the alias
 * @param number how often it has been published
 * @param stamp told at random with each, so that no two states are ever taken for one
 * @param committedAt when it was last published
 * @param fingerprint what it was built with
 * @param codec the version of the form in which articles are kept
 * @param publishing whether a writer is making a newer state visible, and has not done so yet
 */
record IndexState(
    String index,
    long number,
    String stamp,
    Instant committedAt,
    String fingerprint,
    int codec,
    boolean publishing) {
  /** Names this state, and no other. */
  String version() {
    return index + "." + number + "." + stamp;
  }

  /** Whether what it remembers is kept in the form that is known here. */
  boolean isReadable() {
    return codec == ArticleCodec.VERSION;
  }

  ObjectNode document() {
    return Json.object(
        ClusterSchema.RECORD,
        ClusterSchema.STATE,
        ClusterSchema.STATE,
        Json.object(
            "number", number,
            "stamp", stamp,
            "committedAt", committedAt.toString(),
            "fingerprint", fingerprint,
            "codec", codec,
            "publishing", publishing));
  }

  static IndexState read(String index, JsonNode document) {
    JsonNode state = document.path("_source").path(ClusterSchema.STATE);
    return new IndexState(
        index,
        state.path("number").asLong(),
        state.path("stamp").asString(""),
        Instant.parse(state.path("committedAt").asString("1970-01-01T00:00:00Z")),
        state.path("fingerprint").asString(""),
        state.path("codec").asInt(),
        state.path("publishing").asBoolean());
  }

  IndexState publishing(boolean now) {
    return new IndexState(index, number, stamp, committedAt, fingerprint, codec, now);
  }
}
