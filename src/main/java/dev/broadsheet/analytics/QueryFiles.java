package dev.broadsheet.analytics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a folder, one a day: {@code 2026-11-26.tsv}. A line has searches, those without
 * hits, clicks, and the words, with tabs between them.
 */
record QueryFiles(Path folder) {
  private static final String SUFFIX = ".tsv";
  private static final Pattern LINE =
      Pattern.compile("(\\d{1,18})\t(\\d{1,18})\t(\\d{1,18})\t(.*)");

  /** The counts of a day; none where there is no file. */
  List<QueryCount> read(LocalDate day) throws IOException {
    Path file = file(day);
    if (!Files.exists(file)) {
      return List.of();
    }
    List<QueryCount> counts = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      var fields = LINE.matcher(line);
      if (!fields.matches()) {
        throw new IOException(
            file
                + ":"
                + (counts.size() + 1)
                + ": expected three counts and words, with tabs between");
      }
      counts.add(
          new QueryCount(
              fields.group(4),
              Long.parseLong(fields.group(1)),
              Long.parseLong(fields.group(2)),
              Long.parseLong(fields.group(3))));
    }
    return counts;
  }

  /** Replaces a day's file in one step. */
  void write(LocalDate day, List<QueryCount> counts) throws IOException {
    Path unfinished = folder.resolve(day + SUFFIX + ".unfinished");
    Files.write(
        unfinished,
        counts.stream()
            .map(count ->
                String.join(
                    "\t",
                    Long.toString(count.searches()),
                    Long.toString(count.withoutHits()),
                    Long.toString(count.clicks()),
                    count.words()))
            .toList());
    Files.move(
        unfinished, file(day), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Deletes the days before one. */
  void forgetBefore(LocalDate first) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Optional<LocalDate> day = day(file);
        if (day.isPresent() && day.get().isBefore(first)) {
          Files.delete(file);
        }
      }
    }
  }

  private Path file(LocalDate day) {
    return folder.resolve(day + SUFFIX);
  }

  /** The day of a file; empty for one that is none of these. */
  private static Optional<LocalDate> day(Path file) {
    String name = file.getFileName().toString();
    try {
      return name.endsWith(SUFFIX)
          ? Optional.of(LocalDate.parse(name.substring(0, name.length() - SUFFIX.length())))
          : Optional.empty();
    } catch (DateTimeException someoneElses) {
      return Optional.empty();
    }
  }
}
