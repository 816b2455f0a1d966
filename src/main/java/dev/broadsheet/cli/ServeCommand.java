package dev.broadsheet.cli;

import dev.broadsheet.app.Application;
import dev.broadsheet.app.RunningServer;
import dev.broadsheet.indexing.ReindexReport;
import dev.broadsheet.indexing.ReindexRequest;
import dev.broadsheet.search.IndexStats;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Answers searches over HTTP until it is told to stop. */
@Command(
    name = ServeCommand.NAME,
    description = {
      "Start the HTTP server; build the index first where there is none.",
      "Prints where it answers, and runs until it gets an interrupt or SIGTERM."
    })
final class ServeCommand implements Callable<Integer> {
  static final String NAME = "serve";

  static final String OLD_SCHEMA =
      "the index was built by another version; 'broadsheet reindex' brings it up to date";

  private final Session session;

  @Mixin CommonOptions common = new CommonOptions();

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Name or address to listen on (default: 127.0.0.1).")
  Optional<String> host = Optional.empty();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on; 0 picks a free one (default: 8080).")
  Optional<String> port = Optional.empty();

  @Option(
      names = "--watch",
      description = "Reindex whenever the corpus changes, and once at the start.")
  boolean watch;

  ServeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Application application = session.open(common);
    int status = application.hasIndex() ? ExitStatus.DONE : buildIndex(application);
    return status == ExitStatus.DONE ? serve(application) : status;
  }

  private int buildIndex(Application application) {
    session.say("there is no index yet: building it");
    ReindexReport report = Reindexing.run(session, application, ReindexRequest.DEFAULT);
    new ReindexSummary(session.err()).print(report);
    return Reindexing.conclude(session, report);
  }

  private int serve(Application application) throws IOException, InterruptedException {
    try (RunningServer server = application.serve()) {
      IndexStats stats = server.stats();
      if (!stats.schemaIsCurrent()) {
        session.say(OLD_SCHEMA);
      }
      session
          .out()
          .line(
              "Broadsheet serves "
                  + PlainText.count(stats.counts().items(), "item", "items")
                  + " at "
                  + server.url()
                  + "/search?q=");
      session.environment().stopSignal().await();
    }
    session.say("stopped");
    return ExitStatus.DONE;
  }
}
