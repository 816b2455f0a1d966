package dev.broadsheet.meaning;

/**
 * Turns texts into vectors whose cosine tells how alike their meanings are. Safe for use by many
 * threads; works in the thread that asks. The same text gives the same vector, whatever was asked
 * before. Who opens it closes it.
 */
public interface Embedder extends AutoCloseable {
  /** Where its vectors belong. */
  VectorSpace space();

  /**
   * The vector of a text; what is too long for the model is cut off.
   *
   * @throws EmbeddingException where the model fails
   */
  Vector embed(String text);

  @Override
  void close();
}
