package dev.broadsheet.http;

import dev.broadsheet.search.SearchEngine;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import io.javalin.util.JavalinLogger;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server. A route is a line in {@link #routes} and a handler. Who starts it closes it; the
 * engine stays its owner's.
 */
public final class HttpApi implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);
  private static final String READ_METHODS = "GET, HEAD";
  private static final String PAGE = "/";

  /** Thumbnails come from wherever the outlets keep them. */
  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src *;"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final HttpSettings settings;
  private final Javalin javalin;
  private final Admission admission;

  private HttpApi(HttpSettings settings, Javalin javalin, Admission admission) {
    this.settings = settings;
    this.javalin = javalin;
    this.admission = admission;
  }

  private record Route(String path, Handler handler) {}

  private static List<Route> routes(
      SearchEngine engine,
      HttpSettings settings,
      Admission admission,
      Clock clock,
      PageFiles files) {
    HttpSettings.Site site = settings.site();
    var cached =
        new CachedRoutes(
            engine, settings.sharing().maxAge(), admission, ClientLimit.of(settings.clients()));
    List<Route> routes = new ArrayList<>();
    routes.add(cached.route(PAGE, new PageHandler(engine, clock, site.name(), files)));
    files
        .handlers()
        .forEach((file, handler) -> routes.add(new Route("/" + file.fileName(), handler)));
    routes.add(cached.route("/search", new SearchHandler(engine, new SearchParameters(clock))));
    routes.add(cached.route("/suggest", new SuggestHandler(engine, clock, site)));
    routes.add(cached.route("/articles/{id}", new ArticleHandler(engine)));
    routes.add(cached.route("/articles/{id}/similar", new SimilarHandler(engine, clock)));
    routes.add(cached.route("/facets/{field}", new FacetHandler(engine, clock)));
    FeedHandler.FORMATS.forEach(format ->
        routes.add(
            cached.route("/" + format.file(), new FeedHandler(engine, clock, site, format))));
    routes.add(cached.cheapRoute("/opensearch.xml", new OpenSearchHandler(engine, site)));
    return routes;
  }

  /** Those that answer from the index, each client so often. */
  private record CachedRoutes(
      SearchEngine engine, Duration maxAge, Admission admission, ClientLimit limit) {
    Route route(String path, QuestionHandler<?> handler) {
      return limited(path, new CachedHandler<>(engine, maxAge, admission::run, handler));
    }

    /** One that no search runs for, and that need not wait for any. */
    Route cheapRoute(String path, QuestionHandler<?> handler) {
      return limited(path, new CachedHandler<>(engine, maxAge, Supplier::get, handler));
    }

    private Route limited(String path, Handler handler) {
      return new Route(
          path,
          context -> {
            limit.take(context);
            handler.handle(context);
          });
    }
  }

  /**
   * Starts to listen.
   *
   * @throws HttpStartException where it can't
   */
  public static HttpApi start(SearchEngine engine, HttpSettings settings, Clock clock) {
    JavalinLogger.startupInfo = false;
    var admission = new Admission(settings.load());
    PageFiles files = PageFiles.load();
    List<Route> routes = routes(engine, settings, admission, clock, files);
    var pageProblem = new PageProblem(settings.site().name(), files.template());
    Javalin javalin =
        Javalin.create(config -> {
          configure(config, settings);
          serve(config, routes, new Cors(settings.sharing().origins()), pageProblem);
        });
    try {
      javalin.start(settings.host(), settings.port());
    } catch (JavalinException cannotListen) {
      admission.close();
      throw new HttpStartException(
          "can't listen at port "
              + settings.port()
              + " of "
              + settings.host()
              + ": "
              + reason(cannotListen),
          cannotListen);
    }
    return new HttpApi(settings, javalin, admission);
  }

  /** The port it listens at. */
  public int port() {
    return javalin.port();
  }

  /** Where it can be reached from this machine, without a slash at the end. */
  public String url() {
    String host =
        switch (settings.host()) {
          case "0.0.0.0", "::", "[::]" -> "localhost";
          case String address when address.contains(":") && !address.startsWith("[") ->
              "[" + address + "]";
          default -> settings.host();
        };
    return "http://" + host + ":" + port();
  }

  /** Takes no more requests, and waits for those that are under way, but not for ever. */
  @Override
  public void close() {
    try {
      javalin.stop();
    } catch (JavalinException late) {
      LOG.warn("Stopped with requests under way, after {}", settings.stopTimeout(), late);
    } finally {
      admission.close();
    }
  }

  private static void configure(JavalinConfig config, HttpSettings settings) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    // Bodies are there as a whole and are compressed by BodyResponse, so that HEAD is told the
    // length that GET would send.
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.jetty.modifyHttpConfiguration(http -> {
      http.setRequestHeaderSize(settings.maxHeaderBytes());
      http.setSendServerVersion(false);
    });
    var problems = new ContainerProblems(new Cors(settings.sharing().origins()));
    config.jetty.addConnector((server, http) -> Door.connector(server, http, settings));
    config.jetty.modifyServer(server -> prepare(server, settings, problems));
    config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(problems));
    config.router.javaLangErrorHandler(HttpApi::sendInternal);
  }

  private static void prepare(Server server, HttpSettings settings, ContainerProblems problems) {
    server.setErrorHandler(problems);
    server.setStopTimeout(settings.stopTimeout().toMillis());
    server.insertHandler(new GracefulHandler());
  }

  private static void serve(
      JavalinConfig config, List<Route> routes, Cors cors, PageProblem pageProblem) {
    config.routes.before(context -> SafetyHeaders.ALL.forEach(context::header));
    config.routes.before(cors::mark);
    config.routes.before(PAGE, HttpApi::protectPage);
    for (Route route : routes) {
      config.routes.before(route.path(), context -> requireReading(context, cors));
      config.routes.get(route.path(), route.handler());
      config.routes.head(route.path(), route.handler());
    }
    var problems = new Problems(routes.stream().map(route -> "GET " + route.path()).toList());
    config.routes.exception(
        Exception.class, (thrown, context) -> send(context, problems.of(thrown), pageProblem));
    config.routes.exception(
        HttpResponseException.class,
        (thrown, context) -> send(context, problems.of(thrown), pageProblem));
  }

  /** Whatever a headline may hold: nothing on the page runs, and nothing is fetched, but ours. */
  private static void protectPage(Context context) {
    context.header("Content-Security-Policy", PAGE_POLICY);
  }

  /** For any method, also those that no one has heard of, where routes would answer 404. */
  private static void requireReading(Context context, Cors cors) {
    String method = context.req().getMethod();
    if (cors.answerPreflight(context, READ_METHODS)) {
      context.skipRemainingHandlers();
    } else if (!method.equals("GET") && !method.equals("HEAD")) {
      throw new MethodNotAllowedException(method, READ_METHODS);
    }
  }

  private static void send(Context context, Problem problem, PageProblem pageProblem) {
    problem.headers().forEach(context::header);
    boolean onPage = context.path().equals(PAGE);
    BodyResponse.sendOnce(
        context,
        problem.status(),
        onPage ? PageHandler.MEDIA_TYPE : Problem.MEDIA_TYPE,
        onPage ? pageProblem.body(context, problem) : problem.body(context.req().getRequestURI()));
  }

  /** Out of stack or memory; Javalin lends no more than the response. */
  private static void sendInternal(HttpServletResponse response, Error error) {
    Problem problem = new Problems(List.of()).of(error);
    try {
      response.setStatus(problem.status());
      response.setContentType(Problem.MEDIA_TYPE);
      SafetyHeaders.ALL.forEach(response::setHeader);
      response.setHeader("Cache-Control", "no-store");
      response.getOutputStream().write(problem.body(""));
    } catch (IOException gone) {
      throw new UncheckedIOException("the client went away", gone);
    }
  }

  private static String reason(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }
}
