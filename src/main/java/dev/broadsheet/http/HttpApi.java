package dev.broadsheet.http;

import dev.broadsheet.page.PageFile;
import dev.broadsheet.search.SearchEngine;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.ExceptionHandler;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import io.javalin.util.JavalinLogger;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Request;
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
  private static final List<String> READ_METHODS = List.of("GET", "HEAD");
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

  private static List<Route> routes(
      CachedRoutes cached, HttpSettings.Site site, Clock clock, Operation operation) {
    SearchEngine engine = cached.engine();
    List<Route> routes = new ArrayList<>();
    var counting = new QueryCounting(operation.queries());
    routes.add(cached.route(PAGE, new PageHandler(engine, clock, site.name(), counting)));
    for (PageFile file : PageFile.values()) {
      routes.add(new Route("/" + file.fileName(), PageFiles.handler(file)));
    }
    routes.add(
        cached.route(
            "/search",
            new SearchHandler(
                engine,
                new SearchParameters(clock, engine.knowsMeaning()),
                operation.metrics().searches(),
                counting)));
    routes.add(cached.route("/suggest", new SuggestHandler(engine, clock, site)));
    routes.add(cached.route("/articles/{id}", new ArticleHandler(engine)));
    routes.add(cached.route("/articles/{id}/similar", new SimilarHandler(engine, clock)));
    routes.add(cached.route("/facets/{field}", new FacetHandler(engine, clock)));
    FeedHandler.FORMATS.forEach(format ->
        routes.add(
            cached.route("/" + format.file(), new FeedHandler(engine, clock, site, format))));
    routes.add(cached.cheapRoute("/opensearch.xml", new OpenSearchHandler(engine, site)));
    // What an operator's programs ask waits for no search: a busy server is not a dead one.
    routes.add(new Route("/health/live", HealthHandler.live()));
    routes.add(new Route("/health/ready", HealthHandler.ready(engine)));
    routes.add(new Route("/metrics", new MetricsHandler(operation.metrics())));
    routes.add(
        new Route(
            ApiDescription.PATH,
            new LazyHandler(() ->
                ApiDescription.handler(
                    ApiOperations.all(operation, engine.knowsMeaning()), site))));
    routes.add(
        new Route(
            "/docs",
            new LazyHandler(() ->
                DocsHandler.of(ApiOperations.all(operation, engine.knowsMeaning()), site.name()))));
    return routes;
  }

  /** Loads what a server is made of, for who has something else to do meanwhile. */
  public static void preload() {
    Javalin.create();
    new Server();
  }

  /**
   * Starts to listen, with nothing for its operator but what it counts.
   *
   * @throws HttpStartException where it can't
   */
  public static HttpApi start(SearchEngine engine, HttpSettings settings, Clock clock) {
    return start(engine, settings, clock, Operation.none());
  }

  /**
   * Starts to listen.
   *
   * @param operation what it offers to its operator
   * @throws HttpStartException where it can't
   */
  public static HttpApi start(
      SearchEngine engine, HttpSettings settings, Clock clock, Operation operation) {
    JavalinLogger.startupInfo = false;
    var admission = new Admission(settings.load());
    Metrics metrics = operation.metrics();
    metrics.watch(engine, clock);
    metrics.watch(admission);
    operation.reindexes().ifPresent(metrics::watch);
    ClientLimit limit = ClientLimit.of(settings.clients());
    var cached = new CachedRoutes(engine, settings.sharing().maxAge(), admission, limit);
    List<Route> routes = routes(cached, settings.site(), clock, operation);
    var pageProblem = new PageProblem(settings.site().name());
    Javalin javalin =
        Javalin.create(config -> {
          configure(config, settings, metrics.requests());
          var cors = new Cors(settings.sharing().origins());
          List<String> names = serve(config, routes, cors, operation.metrics().requests());
          names.addAll(OperatorRoutes.add(config, operation, cors, limit));
          tell(config, new Problems(names), pageProblem, operation.metrics().requests());
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

  private static void configure(JavalinConfig config, HttpSettings settings, RequestMeters meters) {
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
      // "%u0041" is no encoding (RFC 3986, section 2.1), and Javalin fails on it.
      http.setUriCompliance(
          http.getUriCompliance().without("ENCODED", UriCompliance.Violation.UTF16_ENCODINGS));
    });
    config.requestLogger.http(new RequestLog(meters));
    var problems =
        new CountedProblems(new ContainerProblems(new Cors(settings.sharing().origins())), meters);
    config.jetty.addConnector((server, http) -> Door.connector(server, http, settings));
    config.jetty.modifyServer(server -> prepare(server, settings, problems));
    config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(problems));
    config.router.javaLangErrorHandler(HttpApi::sendInternal);
  }

  private static void prepare(Server server, HttpSettings settings, Request.Handler problems) {
    server.setErrorHandler(problems);
    server.setStopTimeout(settings.stopTimeout().toMillis());
    server.insertHandler(new RootedTargets());
    server.insertHandler(new GracefulHandler());
  }

  /** Answers to what only looks something up; tells the names of these routes. */
  private static List<String> serve(
      JavalinConfig config, List<Route> routes, Cors cors, RequestMeters meters) {
    config.routes.before(context -> SafetyHeaders.ALL.forEach(context::header));
    config.routes.before(cors::mark);
    config.routes.before(PAGE, HttpApi::protectPage);
    for (Route route : routes) {
      Handler counted = meters.at(route.path());
      // In one, as Javalin matches the path of a request with each.
      config.routes.before(
          route.path(),
          context -> {
            counted.handle(context);
            cors.require(READ_METHODS, context);
          });
      config.routes.get(route.path(), route.handler());
      config.routes.head(route.path(), route.handler());
    }
    List<String> names = new ArrayList<>();
    routes.forEach(route -> names.add("GET " + route.path()));
    return names;
  }

  private static void tell(
      JavalinConfig config, Problems problems, PageProblem pageProblem, RequestMeters meters) {
    ExceptionHandler<Exception> sending =
        (thrown, context) -> {
          Problem problem = problems.of(thrown);
          meters.problem(problem);
          send(context, problem, pageProblem);
        };
    config.routes.exception(Exception.class, sending);
    config.routes.exception(HttpResponseException.class, sending);
  }

  /** Whatever a headline may hold: nothing on the page runs, and nothing is fetched, but ours. */
  private static void protectPage(Context context) {
    context.header("Content-Security-Policy", PAGE_POLICY);
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
