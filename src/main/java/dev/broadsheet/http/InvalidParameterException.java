package dev.broadsheet.http;

import dev.broadsheet.search.InvalidCursorException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request's parameter can't be taken as it was given. The message is for who wrote it. */
public final class InvalidParameterException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int LONGEST_SHOWN = 100;

  private final Code code;
  private final String parameter;
  private final @Nullable String value;
  private final String expected;

  /** What is wrong, in a word that stays the same from version to version. */
  public enum Code {
    /** The value is none that the parameter can have. */
    INVALID("invalid-parameter", "Invalid parameter"),
    /** There is no parameter of this name. */
    UNKNOWN("unknown-parameter", "Unknown parameter"),
    /** It was given more than once and can have one value only. */
    REPEATED("repeated-parameter", "Repeated parameter"),
    /** It is known, and not offered here. */
    NOT_OFFERED("parameter-not-offered", "Parameter not offered"),
    /** It is not percent-encoded UTF-8. */
    BAD_ENCODING("bad-encoding", "Bad percent-encoding");

    private final String label;
    private final String title;

    Code(String label, String title) {
      this.label = label;
      this.title = title;
    }

    /** The word for it in answers. */
    public String label() {
      return label;
    }

    /** The same for a person. */
    public String title() {
      return title;
    }
  }

  private InvalidParameterException(
      Code code, String message, String parameter, @Nullable String value, String expected) {
    super(message);
    this.code = code;
    this.parameter = parameter;
    this.value = value;
    this.expected = expected;
  }

  /**
   * A value that the parameter can't have.
   *
   * @param parameter its name
   * @param value as given
   * @param expected what it can be, to be read after "expected"
   */
  public InvalidParameterException(String parameter, String value, String expected) {
    this(
        Code.INVALID,
        parameter + ": expected " + expected + ", but got '" + shown(value) + "'",
        parameter,
        shown(value),
        expected);
  }

  /** A cursor that is none. */
  static InvalidParameterException invalidCursor(String token) {
    return new InvalidParameterException(
        SearchParameters.CURSOR, token, "the cursor of an earlier answer to the same search");
  }

  /**
   * A cursor that no answer to this search gave.
   *
   * @param token as given
   * @param cause what the engine says of it
   */
  static InvalidParameterException invalidCursor(String token, InvalidCursorException cause) {
    InvalidParameterException invalid = invalidCursor(token);
    invalid.initCause(cause);
    return invalid;
  }

  /** More of something than is taken. */
  static InvalidParameterException tooMany(String parameter, String what, int given, int limit) {
    String expected = String.format(Locale.ROOT, "at most %,d %s", limit, what);
    return new InvalidParameterException(
        Code.INVALID,
        String.format(Locale.ROOT, "%s: expected %s, but got %,d", parameter, expected, given),
        parameter,
        null,
        expected);
  }

  /** A name that is none, and perhaps the one that was meant. */
  static InvalidParameterException unknown(
      String parameter, Optional<String> meant, Iterable<String> known) {
    String name = shown(parameter);
    String names = String.join(", ", known);
    String expected = names.isEmpty() ? "none" : "one of " + names;
    return new InvalidParameterException(
        Code.UNKNOWN,
        "unknown parameter '"
            + name
            + "': "
            + meant.map(near -> "did you mean '" + near + "'?").orElse("expected " + expected),
        name,
        null,
        expected);
  }

  /** A single value, given again. */
  static InvalidParameterException repeated(String parameter, int times) {
    String expected = "one value";
    return new InvalidParameterException(
        Code.REPEATED,
        parameter + ": expected " + expected + ", but it is given " + times + " times",
        parameter,
        null,
        expected);
  }

  /** A value that has its meaning, and not here. */
  static InvalidParameterException notOffered(String parameter, String value, String offered) {
    return new InvalidParameterException(
        Code.NOT_OFFERED,
        parameter + ": '" + shown(value) + "' is not offered here; " + offered,
        parameter,
        shown(value),
        offered);
  }

  /** A parameter that can't be decoded. */
  static InvalidParameterException badEncoding(String parameter, String value) {
    String expected = "percent-encoded UTF-8 (a percent sign itself is %25)";
    return new InvalidParameterException(
        Code.BAD_ENCODING,
        shown(parameter) + ": expected " + expected + ", but got '" + shown(value) + "'",
        shown(parameter),
        shown(value),
        expected);
  }

  /** What is wrong. */
  public Code code() {
    return code;
  }

  /** The name of the parameter, shortened where it is very long. */
  public String parameter() {
    return parameter;
  }

  /** The value as given, shortened where it is very long; empty where it is not about one value. */
  public Optional<String> value() {
    return Optional.ofNullable(value);
  }

  /** What was expected instead. */
  public String expected() {
    return expected;
  }

  /** A text of a request, shortened where it is very long. */
  static String shown(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
  }
}
