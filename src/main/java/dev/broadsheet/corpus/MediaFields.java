package dev.broadsheet.corpus;

import dev.broadsheet.article.Image;
import dev.broadsheet.article.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the nested fields: who published an item, and its pictures. */
final class MediaFields {
  private MediaFields() {}

  /** The provider; its name may stand alone. */
  static Optional<Provider> provider(Fields fields) {
    return switch (fields.node(Keys.PROVIDER)) {
      case null -> Optional.empty();
      case Node.Scalar absent when absent.isAbsent() -> Optional.empty();
      case Node.Scalar _ ->
          fields
              .label(Keys.PROVIDER)
              .map(name -> new Provider(Optional.of(name), Optional.empty(), List.of()));
      case Node.Mapping mapping -> provider(fields, mapping);
      case Node.Sequence list -> {
        fields.flaw(list, Keys.PROVIDER, "found a list (expected name, domain and images)");
        yield Optional.empty();
      }
    };
  }

  private static Optional<Provider> provider(Fields fields, Node.Mapping mapping) {
    Fields provider = fields.within(mapping, Keys.PROVIDER);
    Optional<String> name = provider.label(Keys.NAME);
    Optional<String> domain = provider.label(Keys.DOMAIN);
    List<Image> images = images(provider);
    return name.isEmpty() && domain.isEmpty()
        ? Optional.empty()
        : Optional.of(new Provider(name, domain, images));
  }

  /** The pictures, without those that have no URL, or one that no page may show. */
  static List<Image> images(Fields fields) {
    List<Node> nodes = fields.list(Keys.IMAGES);
    if (nodes.isEmpty()) {
      return List.of();
    }
    List<Image> images = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      if (node instanceof Node.Mapping mapping) {
        image(fields.within(mapping, Keys.IMAGES)).ifPresent(images::add);
      } else {
        fields.flaw(node, Keys.IMAGES, "found " + node.noun() + " (expected url, width, height)");
      }
    }
    return images;
  }

  private static Optional<Image> image(Fields fields) {
    Optional<String> url = fields.url(Keys.URL).filter(WebAddress::isPicture);
    var width = fields.whole(Keys.WIDTH);
    var height = fields.whole(Keys.HEIGHT);
    Optional<String> title = fields.text(Keys.TITLE);
    return url.map(address -> new Image(address, width, height, title));
  }
}
