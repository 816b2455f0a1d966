package dev.broadsheet.bench;

import java.time.Instant;
import java.util.List;

/** A made-up item. All its text is plain ASCII without quotes or colons. */
record SyntheticItem(
    String title,
    String excerpt,
    String category,
    String type,
    Instant publishedAt,
    String sourceUrl,
    double quality,
    boolean published,
    String providerName,
    String providerDomain,
    List<String> topics,
    String imageUrl) {
  /** As a line of a {@code .jsonl} file. */
  String toJson() {
    return "{\"category\":\""
        + category
        + "\",\"title\":\""
        + title
        + "\",\"excerpt\":\""
        + excerpt
        + "\",\"publishedDateTime\":\""
        + publishedAt
        + "\",\"sourceUrl\":\""
        + sourceUrl
        + "\",\"type\":\""
        + type
        + "\",\"quality\":"
        + quality
        + ",\"heat\":-1,\"published\":"
        + published
        + ",\"provider\":{\"name\":\""
        + providerName
        + "\",\"domain\":\""
        + providerDomain
        + "\"},\"topics\":[\""
        + String.join("\",\"", topics)
        + "\"],\"images\":[{\"url\":\""
        + imageUrl
        + "\",\"width\":1280,\"height\":640}]}\n";
  }

  /** As front matter, and a body of the same words. */
  String toMarkdown(List<SyntheticItem> related) {
    var text = new StringBuilder("---\ncategory: ").append(category).append('\n');
    appendYaml(text, "");
    text.append("published: ").append(published).append("\n\ntopics:\n");
    topics.forEach(topic -> text.append("  - ").append(topic).append('\n'));
    if (!related.isEmpty()) {
      text.append("\nrelated:\n");
      related.forEach(item -> item.appendYaml(text.append("  - "), "    "));
    }
    return text.append("---\n\n").append(excerpt).append('\n').toString();
  }

  /** The first line is not indented. */
  private void appendYaml(StringBuilder text, String indent) {
    String next = "\n" + indent;
    text.append("title: \"").append(title).append("\"" + next);
    text.append("excerpt: \"").append(excerpt).append("\"" + next);
    text.append("publishedDateTime: ").append(publishedAt).append(next);
    text.append("sourceUrl: ").append(sourceUrl).append(next);
    text.append("type: ").append(type).append(next);
    text.append("quality: ").append(quality).append(next);
    text.append("heat: -1").append(next);
    text.append("provider:").append(next);
    text.append("  name: ").append(providerName).append(next);
    text.append("  domain: ").append(providerDomain).append(next);
    text.append("images:").append(next);
    text.append("  - url: ").append(imageUrl).append(next);
    text.append("    width: 1280").append(next);
    text.append("    height: 640\n");
  }
}
