package dev.broadsheet.http;

import dev.broadsheet.page.PageFile;
import dev.broadsheet.page.PageTemplate;
import io.javalin.http.Handler;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The files that go with the search page, as they are served. The same for all servers of this
 * program, and read when they are first asked for: a server's start is not to wait for them.
 *
 * @param handlers of each
 * @param template the page that shows them
 * @param version changes with any of them
 */
record PageFiles(Map<PageFile, FileHandler> handlers, PageTemplate template, String version) {
  /** Those of this program. */
  static PageFiles loaded() {
    return Holder.FILES;
  }

  private static PageFiles load() {
    Map<PageFile, FileHandler> handlers = new EnumMap<>(PageFile.class);
    Arrays.stream(PageFile.values()).forEach(file -> handlers.put(file, FileHandler.of(file)));
    Map<PageFile, String> addresses = new EnumMap<>(PageFile.class);
    handlers.forEach((file, handler) -> addresses.put(file, handler.href()));
    return new PageFiles(
        handlers, new PageTemplate(addresses), String.join(" ", addresses.values()));
  }

  /** Serves one of them. */
  static Handler handler(PageFile file) {
    return context -> Objects.requireNonNull(loaded().handlers().get(file)).handle(context);
  }

  private static final class Holder {
    static final PageFiles FILES = load();
  }
}
