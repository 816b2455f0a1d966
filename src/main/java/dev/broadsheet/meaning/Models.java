package dev.broadsheet.meaning;

import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the model that is part of the build. */
public final class Models {
  /** What to say where there is none. */
  static final String MISSING =
      "semantic is on, but this build has no model: build it with 'mvn -Psemantic package', or start"
          + " ./broadsheet with BROADSHEET_PROFILES=semantic in the environment";

  private Models() {}

  /**
   * Loads the model.
   *
   * @throws EmbeddingException where there is none, or it can't be loaded
   */
  public static Embedder open() {
    try {
      return ServiceLoader.load(Model.class)
          .findFirst()
          .orElseThrow(() -> new EmbeddingException(MISSING))
          .open();
    } catch (ServiceConfigurationError e) {
      throw new EmbeddingException("can't load the model: " + e.getMessage(), e);
    }
  }
}
