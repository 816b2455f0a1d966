package dev.broadsheet.page;

import java.util.Locale;

/** Writes numbers of things for a reader of English. */
final class Counted {
  private Counted() {}

  /** Such as {@code 1,234}. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Such as {@code 1 outlet} or {@code 1,234 outlets}. */
  static String of(long number, String thing) {
    return of(number, thing, thing + "s");
  }

  /** Such as {@code 1 story} or {@code 1,234 stories}. */
  static String of(long number, String one, String several) {
    return number(number) + " " + (number == 1 ? one : several);
  }
}
