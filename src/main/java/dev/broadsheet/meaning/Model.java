package dev.broadsheet.meaning;

/** A model that is part of the build: a service, named in {@code META-INF/services}. */
public interface Model {
  /**
   * Loads it.
   *
   * @throws EmbeddingException where it can't be loaded on this machine
   */
  Embedder open();
}
