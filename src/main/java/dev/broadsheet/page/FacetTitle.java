package dev.broadsheet.page;

/** Names fields for a reader. */
final class FacetTitle {
  private FacetTitle() {}

  /** That of a field as answers call it. */
  static String of(String field) {
    return switch (field) {
      case "topic" -> "Topics";
      case "provider" -> "Outlets";
      case "category" -> "Sections";
      case "type" -> "Form";
      case "kind" -> "Kind";
      case "published" -> "Published";
      case "tag" -> "Tags";
      case "from" -> "From";
      case "to" -> "To";
      default -> field;
    };
  }
}
