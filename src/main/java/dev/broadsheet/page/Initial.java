package dev.broadsheet.page;

import java.util.Locale;

/** What stands in the place of a picture that can't be shown. */
final class Initial {
  private Initial() {}

  /** The first letter of the outlet's name, or nothing. */
  static String of(PageView.Headline headline) {
    return headline
        .outlet()
        .flatMap(outlet ->
            outlet.name().codePoints().filter(Character::isLetterOrDigit).boxed().findFirst())
        .map(letter -> Character.toString(letter).toUpperCase(Locale.ROOT))
        .orElse("");
  }
}
