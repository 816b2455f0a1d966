package dev.broadsheet.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A file that goes with the page. All are UTF-8. */
public enum PageFile {
  /** How page and component look. */
  STYLES("broadsheet.css", "text/css;charset=utf-8"),
  /** The web component, for this page and any other; it holds the style sheet. */
  COMPONENT("broadsheet.js", "text/javascript;charset=utf-8"),
  /** What browsers show beside the title. */
  ICON("broadsheet.svg", "image/svg+xml"),
  /** How the description of the API looks. */
  DOCS_STYLES("docs.css", "text/css;charset=utf-8"),
  /** What lets the API be tried out on its description. */
  DOCS_SCRIPT("docs.js", "text/javascript;charset=utf-8");

  private final String fileName;
  private final String mediaType;

  PageFile(String fileName, String mediaType) {
    this.fileName = fileName;
    this.mediaType = mediaType;
  }

  /** Its name, also in addresses. */
  public String fileName() {
    return fileName;
  }

  /** What it is. */
  public String mediaType() {
    return mediaType;
  }

  /** What it says. Reads it anew each time. */
  public String text() {
    return this == COMPONENT ? ComponentSource.joined(PageFile::resource) : resource(fileName);
  }

  private static String resource(String fileName) {
    try (InputStream file = PageFile.class.getResourceAsStream(fileName)) {
      byte[] bytes = Objects.requireNonNull(file, fileName).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("can't read " + fileName + " of the program", unreadable);
    }
  }
}
