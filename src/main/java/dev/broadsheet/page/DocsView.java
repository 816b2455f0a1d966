package dev.broadsheet.page;

import java.util.List;

/**
 * What the page that describes the API says.
 *
 * @param site what the service is called
 * @param operations what it can be asked
 */
public record DocsView(String site, List<Operation> operations) {
  /** Copies the operations. */
  public DocsView {
    operations = List.copyOf(operations);
  }

  /**
   * Something that can be asked.
   *
   * @param method of HTTP, in small letters
   * @param path with its parameters in braces
   * @param summary what it does
   * @param fields its parameters
   * @param open whether it can be tried from the page
   */
  public record Operation(
      String method, String path, String summary, List<Field> fields, boolean open) {
    /** Copies the fields. */
    public Operation {
      fields = List.copyOf(fields);
    }

    /** A name for it within the page. */
    public String anchor() {
      return method + path.replaceAll("[^A-Za-z]+", "-").replaceAll("-$", "");
    }

    /** Where its form leads without a script; what the path names has to be put in by one. */
    public String action() {
      return path.equals("/") ? "./" : path.substring(1);
    }

    /** Whether its form works without a script. */
    public boolean works() {
      return fields.stream().noneMatch(Field::inPath);
    }
  }

  /**
   * A parameter.
   *
   * @param name as in a request
   * @param inPath whether it is a part of the path
   * @param description what it does
   * @param bounds what a value has to be
   * @param choices the words to choose from; none where it is open
   * @param usual what holds where nothing is given
   */
  public record Field(
      String name,
      boolean inPath,
      String description,
      String bounds,
      List<String> choices,
      String usual) {
    /** Copies the choices. */
    public Field {
      choices = List.copyOf(choices);
    }
  }
}
