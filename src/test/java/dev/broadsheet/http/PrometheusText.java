package dev.broadsheet.http;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the text format of Prometheus, version 0.0.4, and takes nothing that a server of Prometheus
 * would refuse: each family has its help and type once, before its samples and all in one piece; no
 * series comes twice; the buckets of a histogram only grow, and the last has what its count says.
 */
final class PrometheusText {
  private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
  private static final String LABEL =
      "([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\n\"])*)\"";
  private static final Pattern HELP = Pattern.compile("# HELP (" + NAME + ") .*");
  private static final Pattern TYPE =
      Pattern.compile("# TYPE (" + NAME + ") (counter|gauge|histogram|summary|untyped)");
  private static final Pattern SAMPLE =
      Pattern.compile("(" + NAME + ")(?:\\{((?:" + LABEL + ",?)*)\\})? (\\S+)");
  private static final Pattern LABELS = Pattern.compile(LABEL);

  private final Map<String, String> types = new HashMap<>();
  private final Set<String> families = new HashSet<>();
  private final Map<Series, Double> samples = new LinkedHashMap<>();
  private String current = "";

  /** A name with its labels. */
  record Series(String name, Map<String, String> labels) {}

  static PrometheusText parse(String text) {
    if (!text.endsWith("\n")) {
      throw new IllegalArgumentException("the last line has no end");
    }
    var read = new PrometheusText();
    text.lines().forEach(read::line);
    read.samples.keySet().forEach(read::checkBuckets);
    return read;
  }

  private void line(String line) {
    if (line.startsWith("# HELP ")) {
      begin(matched(HELP, line).group(1));
    } else if (line.startsWith("# TYPE ")) {
      Matcher type = matched(TYPE, line);
      begin(type.group(1));
      if (types.put(type.group(1), type.group(2)) != null) {
        throw new IllegalArgumentException("a second type: " + line);
      }
    } else {
      sample(line);
    }
  }

  private void begin(String family) {
    if (!family.equals(current) && !families.add(family)) {
      throw new IllegalArgumentException("in two pieces: " + family);
    }
    current = family;
  }

  private void sample(String line) {
    Matcher sample = matched(SAMPLE, line);
    String name = sample.group(1);
    String rest = name.startsWith(current) ? name.substring(current.length()) : "no";
    if (!Set.of("", "_bucket", "_sum", "_count").contains(rest)) {
      throw new IllegalArgumentException("not of the family " + current + ": " + line);
    }
    Map<String, String> labels = new HashMap<>();
    Matcher label = LABELS.matcher(Optional.ofNullable(sample.group(2)).orElse(""));
    while (label.find()) {
      if (labels.put(label.group(1), label.group(2)) != null) {
        throw new IllegalArgumentException("a label twice: " + line);
      }
    }
    double value = Double.parseDouble(sample.group(5).replace("Inf", "Infinity"));
    if (samples.put(new Series(name, Map.copyOf(labels)), value) != null) {
      throw new IllegalArgumentException("a series twice: " + line);
    }
  }

  private void checkBuckets(Series count) {
    String family = count.name().replaceFirst("_count$", "");
    if (!count.name().endsWith("_count") || !"histogram".equals(types.get(family))) {
      return;
    }
    List<Double> buckets =
        samples.entrySet().stream()
            .filter(sample -> sample.getKey().name().equals(family + "_bucket"))
            .filter(sample ->
                sample.getKey().labels().entrySet().containsAll(count.labels().entrySet()))
            .map(Map.Entry::getValue)
            .toList();
    if (buckets.isEmpty()
        || !buckets.equals(buckets.stream().sorted().toList())
        || !buckets.getLast().equals(samples.get(count))) {
      throw new IllegalArgumentException("buckets of " + count + ": " + buckets);
    }
  }

  private static Matcher matched(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not of the format: " + line);
    }
    return matcher;
  }

  /** The values that a label of a family has. */
  Set<String> values(String family, String label) {
    Set<String> values = new HashSet<>();
    of(family).map(series -> series.labels().get(label)).forEach(values::add);
    return values;
  }

  /** How many series there are. */
  int size() {
    return samples.size();
  }

  private Stream<Series> of(String name) {
    return samples.keySet().stream().filter(series -> series.name().equals(name));
  }

  /** The sum of all series of a name that have some labels, names and values by turns. */
  double sum(String name, String... labels) {
    Map<String, String> wanted = new HashMap<>();
    for (int i = 0; i < labels.length; i += 2) {
      wanted.put(labels[i], labels[i + 1]);
    }
    return of(name)
        .filter(series -> series.labels().entrySet().containsAll(wanted.entrySet()))
        .mapToDouble(samples::get)
        .sum();
  }
}
