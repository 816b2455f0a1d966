package dev.broadsheet.browser;

import com.microsoft.playwright.options.ColorScheme;
import java.util.stream.Stream;

/**
 * How a visitor looks at a page.
 *
 * @param width of the window, in pixels
 * @param height of the window, in pixels
 * @param scheme of colors
 * @param script whether JavaScript is on
 */
public record Look(int width, int height, ColorScheme scheme, boolean script) {
  /** At a desk. */
  public static final Look DESKTOP = new Look(1280, 900, ColorScheme.LIGHT, true);

  /** On a phone. */
  public static final Look PHONE = new Look(390, 844, ColorScheme.LIGHT, true);

  /** In the dark. */
  public Look dark() {
    return new Look(width, height, ColorScheme.DARK, script);
  }

  /** Without JavaScript. */
  public Look withoutScript() {
    return new Look(width, height, scheme, false);
  }

  /** Each width and each scheme, once: sizes depend on the one, and colors on the other. */
  public static Stream<Look> all() {
    return Stream.of(DESKTOP, PHONE.dark());
  }
}
