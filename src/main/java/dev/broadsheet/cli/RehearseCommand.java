package dev.broadsheet.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Does once what the other commands do, over a corpus of its own, so that the JVM can write down
 * which classes that needs and where its time goes (an AOT cache: JEP 483, 514 and 515). The
 * launcher has it do so after a build; whoever else starts it gets no more than some seconds of
 * work.
 */
@Command(
    name = RehearseCommand.NAME,
    hidden = true,
    description = "Do once what the other commands do, to be observed by the JVM.")
final class RehearseCommand implements Callable<Integer> {
  static final String NAME = "rehearse";

  private static final int ARTICLES = 200;
  private static final int ROUNDS = 25;
  private static final List<String> WORDS =
      List.of(
          "bank river market election minister football climate energy robot hospital school court"
              .split(" "));
  private static final List<String> REQUESTS =
      List.of(
          "search?q=",
          "search?q=%s",
          "search?q=%s+%s",
          "search?q=%s+%s&topic=Topic+3&facets=none",
          "search?q=%s&from=2024-01-03&to=2024-02-01&sort=date",
          "search?q=%sx",
          "search?q=%%22%s+%s%%22",
          "suggest?q=%.3s");
  private static final Pattern ADDRESS = Pattern.compile("(http://\\S+/)search");

  private final Session session;

  RehearseCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("broadsheet-rehearsal");
    try {
      Path corpus = Files.createDirectories(folder.resolve("corpus"));
      var random = new Random(1);
      for (int i = 0; i < ARTICLES; i++) {
        Files.writeString(corpus.resolve(i + ".md"), article(i, random));
      }
      run(folder, "check");
      run(folder, "reindex");
      run(folder, "reindex");
      Files.writeString(corpus.resolve("0.md"), article(ARTICLES, random));
      run(folder, "reindex");
      run(folder, "search", WORDS.getFirst());
      run(folder, "stats");
      serve(folder, random);
    } finally {
      delete(folder);
    }
    return ExitStatus.DONE;
  }

  private static String article(int number, Random random) {
    return String.format(
        Locale.ROOT,
        """
        ---
        title: "%s"
        excerpt: "%s"
        publishedDateTime: %s
        sourceUrl: https://paper.example/%d
        quality: %d
        topics: [Topic %d, Topic %d]
        provider: {name: The Paper, domain: paper.example}
        related:
          - title: "%s"
            sourceUrl: https://other.example/%d
            provider: {name: The Other, domain: other.example}
        ---
        %s
        """,
        words(random, 6),
        words(random, 40),
        LocalDate.of(2024, 1, 1).plusDays(random.nextInt(90)),
        number,
        random.nextInt(100),
        random.nextInt(5),
        random.nextInt(20),
        words(random, 6),
        number,
        words(random, 100));
  }

  private static String words(Random random, int count) {
    return random
        .ints(count, 0, 2 * WORDS.size())
        .mapToObj(i -> i < WORDS.size() ? WORDS.get(i) : "word" + random.nextInt(500))
        .collect(Collectors.joining(" "));
  }

  private void run(Path folder, String... command) {
    run(folder, OutputStream.nullOutputStream(), () -> {}, command);
  }

  /** Runs a command as if it were typed, with the settings that are built in. */
  private void run(Path folder, OutputStream out, StopSignal stop, String... command) {
    var environment =
        new Environment(
            Map.of(
                "BROADSHEET_CORPUS",
                folder.resolve("corpus").toString(),
                "BROADSHEET_INDEX",
                folder.resolve("index").toString(),
                "BROADSHEET_PORT",
                "0"),
            folder,
            Screen.plain(out),
            Screen.plain(OutputStream.nullOutputStream()),
            session.environment().clock(),
            stop);
    int status = new CommandLineInterface(environment, session.applications()).run(command);
    if (status != ExitStatus.DONE) {
      throw new IllegalStateException(command[0] + " ended with " + status);
    }
  }

  /** Serves until all requests are answered. */
  private void serve(Path folder, Random random) {
    var out = new ByteArrayOutputStream();
    run(folder, out, () -> ask(out.toString(StandardCharsets.UTF_8), random), "serve");
  }

  private static void ask(String said, Random random) throws InterruptedException {
    Matcher address = ADDRESS.matcher(said);
    if (!address.find()) {
      throw new IllegalStateException("no address in: " + said);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int round = 0; round < ROUNDS; round++) {
        for (String request : REQUESTS) {
          Object[] words = {word(random), word(random)};
          String asked = address.group(1) + String.format(Locale.ROOT, request, words);
          client.send(HttpRequest.newBuilder(URI.create(asked)).build(), BodyHandlers.discarding());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
