package dev.broadsheet.cli;

import java.util.List;
import picocli.CommandLine.Option;

/**
 * The parameters of the server's search that the command takes too, under the same names and with
 * the same meaning. They go on as they were typed, and are checked where the server's are.
 */
final class SearchOptions {
  @Option(names = "--topic", paramLabel = "TOPIC", description = "A topic, whole.")
  List<String> topic = List.of();

  @Option(names = "--provider", paramLabel = "NAME", description = "An outlet: name or domain.")
  List<String> provider = List.of();

  @Option(names = "--category", paramLabel = "WORD", description = "Such as news.")
  List<String> category = List.of();

  @Option(names = "--type", paramLabel = "WORD", description = "Such as article or video.")
  List<String> type = List.of();

  @Option(names = "--kind", paramLabel = "KIND", description = "article or related.")
  List<String> kind = List.of();

  @Option(names = "--tag", paramLabel = "TAG", description = "A tag, whole.")
  List<String> tag = List.of();

  @Option(names = "--published", paramLabel = "BOOL", description = "true or false.")
  List<String> published = List.of();

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "Not older: 2019-12-20, 2019-12-20T20:43:00Z or now-7d.")
  List<String> from = List.of();

  @Option(names = "--to", paramLabel = "DATE", description = "Not newer; a date's whole day.")
  List<String> to = List.of();

  @Option(
      names = "--tz",
      paramLabel = "ZONE",
      description = "Where a date's day begins, such as Europe/Paris (default: UTC).")
  List<String> tz = List.of();

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      description = "relevance, date (newest first), -date, quality or heat.")
  List<String> sort = List.of();

  @Option(names = "--size", paramLabel = "N", description = "Hits a page (default: 10).")
  List<String> size = List.of();

  @Option(names = "--page", paramLabel = "N", description = "Which page, from 1.")
  List<String> page = List.of();

  @Option(
      names = "--facets",
      paramLabel = "LIST",
      description = "What to count, such as topic,provider; none for nothing.")
  List<String> facets = List.of();

  @Option(
      names = "--group",
      paramLabel = "BY",
      description = "story: one hit a story, with the next best items of it.")
  List<String> group = List.of();

  @Option(
      names = "--typos",
      paramLabel = "HOW",
      description = "auto (default): near spellings too, where the words find too little; off.")
  List<String> typos = List.of();

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "hybrid (default where semantic is on): by meaning too; words.")
  List<String> mode = List.of();

  @Option(names = "--prefix", description = "The last word is unfinished.")
  boolean prefix;

  @Option(names = "--explain", description = "How each score came about.")
  boolean explain;

  @Option(
      names = "--cursor",
      paramLabel = "CURSOR",
      description = "Go on behind an answer, with what it says as cursor in --json.")
  List<String> cursor = List.of();
}
