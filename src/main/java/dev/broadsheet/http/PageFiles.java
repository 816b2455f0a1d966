package dev.broadsheet.http;

import dev.broadsheet.page.PageFile;
import dev.broadsheet.page.PageTemplate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The files that go with the search page, as they are served.
 *
 * @param handlers of each
 * @param template the page that shows them
 */
record PageFiles(Map<PageFile, FileHandler> handlers, PageTemplate template) {
  /** Reads them. */
  static PageFiles load() {
    Map<PageFile, FileHandler> handlers = new EnumMap<>(PageFile.class);
    Arrays.stream(PageFile.values()).forEach(file -> handlers.put(file, FileHandler.of(file)));
    Map<PageFile, String> addresses = new EnumMap<>(PageFile.class);
    handlers.forEach((file, handler) -> addresses.put(file, handler.href()));
    return new PageFiles(handlers, new PageTemplate(addresses));
  }

  /** Changes with any of them. */
  String version() {
    Collection<FileHandler> all = handlers.values();
    return all.stream().map(FileHandler::href).collect(Collectors.joining(" "));
  }
}
