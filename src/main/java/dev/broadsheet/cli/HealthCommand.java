package dev.broadsheet.cli;

import dev.broadsheet.config.Config;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks a server whether it is ready, for who has no other program to ask it with. */
@Command(
    name = HealthCommand.NAME,
    description = {
      "Ask the server at the host and port of the settings whether it is ready.",
      "Exit status 0 if it is, 1 if not; for health checks of containers."
    })
final class HealthCommand implements Callable<Integer> {
  static final String NAME = "health";

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Session session;

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Where the server listens (default: 127.0.0.1).")
  Optional<String> host = Optional.empty();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port that it listens on (default: 8080).")
  Optional<String> port = Optional.empty();

  @Option(names = "--live", description = "Ask only whether it is there.")
  boolean live;

  HealthCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws InterruptedException {
    Config.Server server = session.load(common).server();
    URI address = address(server);
    try {
      HttpResponse<String> answer = ask(address);
      session.out().line(PlainText.safe(answer.body()));
      return answer.statusCode() == 200 ? ExitStatus.DONE : ExitStatus.FAILED;
    } catch (IOException e) {
      session.say("no answer from " + address + ": " + e);
      return ExitStatus.FAILED;
    }
  }

  private static HttpResponse<String> ask(URI address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
      return client.send(request, BodyHandlers.ofString());
    }
  }

  private URI address(Config.Server server) {
    String path = live ? "/health/live" : "/health/ready";
    return URI.create("http://" + reachable(server.host()) + ":" + server.port() + path);
  }

  /** A server that listens at all addresses of its machine is asked at the one for itself. */
  private static String reachable(String host) {
    return switch (host) {
      case "0.0.0.0" -> "127.0.0.1";
      case "::", "[::]" -> "[::1]";
      case String address when address.contains(":") && !address.startsWith("[") ->
          "[" + address + "]";
      default -> host;
    };
  }
}
