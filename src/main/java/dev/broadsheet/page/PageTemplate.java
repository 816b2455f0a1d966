package dev.broadsheet.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;

/** Writes the search page, and that which describes the API. Safe for use by many threads. */
public final class PageTemplate {
  private static final String TEMPLATE = "search.jte";
  private static final String DOCS = "docs.jte";

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, null, PageTemplate.class.getPackageName());

  private final Map<PageFile, String> files;

  /**
   * A page with its files.
   *
   * @param files where each of them is, seen from the page
   */
  public PageTemplate(Map<PageFile, String> files) {
    this.files = Map.copyOf(files);
  }

  /** The page as UTF-8. */
  public byte[] bytes(PageView view) {
    var output = new Utf8ByteOutput();
    templates.render(TEMPLATE, new Sheet(view, files), output);
    return output.toByteArray();
  }

  /** The description of the API as UTF-8. */
  public byte[] bytes(DocsView view) {
    var output = new Utf8ByteOutput();
    templates.render(DOCS, new DocsSheet(view, files), output);
    return output.toByteArray();
  }

  /** What the template of the description gets. */
  record DocsSheet(DocsView view, Map<PageFile, String> files) {
    String file(PageFile file) {
      return files.getOrDefault(file, file.fileName());
    }
  }

  /** What the template gets. */
  record Sheet(PageView view, Map<PageFile, String> files) {
    String file(PageFile file) {
      return files.getOrDefault(file, file.fileName());
    }

    /** For the window, and for who keeps the address. */
    String title() {
      String site = view.frame().site();
      return view.frame().subject().map(subject -> subject + " – " + site).orElse(site);
    }
  }
}
