package dev.broadsheet.article;

import java.util.List;
import java.util.Optional;

/**
 * The outlet that published an item.
 *
 * @param name as shown to a reader
 * @param domain its host name, which tells outlets of one name apart
 * @param images its logos
 */
public record Provider(Optional<String> name, Optional<String> domain, List<Image> images) {
  /** Checks that the provider can be told from others: it has a name or a domain. */
  public Provider {
    if (name.isEmpty() && domain.isEmpty()) {
      throw new IllegalArgumentException("provider: needs a name or a domain");
    }
    images = List.copyOf(images);
  }

  /** What facets and filters group by: the domain, or the name where there is none. */
  public String key() {
    return domain.or(() -> name).orElseThrow();
  }

  /** What a reader is shown: the name, or the domain where there is none. */
  public String label() {
    return name.or(() -> domain).orElseThrow();
  }
}
