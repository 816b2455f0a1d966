package dev.broadsheet.meaning;

import java.util.regex.Pattern;

/**
 * What vectors can be compared: those of one model, made in one way. Part of file and field names,
 * so that vectors of two models are never taken for each other's.
 *
 * @param name of small letters, digits and dashes; another for another model, or for the same one
 *     read in another way
 * @param dimensions of each vector, at least 1
 */
public record VectorSpace(String name, int dimensions) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");

  /** Checks both. */
  public VectorSpace {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("name: '" + name + "' is not of a-z, 0-9 and dashes");
    }
    if (dimensions < 1) {
      throw new IllegalArgumentException("dimensions: " + dimensions + " is below 1");
    }
  }
}
