package dev.broadsheet.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;

/**
 * {@code POST /admin/reindex} starts a reindex, {@code GET /admin/reindex} tells how it goes; both
 * for who shows the token. What the body of a request says is passed over: webhooks send their own.
 */
final class AdminRoutes {
  static final String PATH = "/admin/reindex";

  /** What there is, for who asks for something else. */
  static final List<String> NAMES = List.of("GET " + PATH, "POST " + PATH);

  private static final List<String> METHODS = List.of("GET", "HEAD", "POST");
  static final String FULL = "full";
  static final String STRICT = "strict";
  static final String FORCE = "force";
  static final List<String> PARAMETERS = List.of(FULL, STRICT, FORCE);

  private final AdminToken token;
  private final ReindexControl control;

  private AdminRoutes(AdminToken token, ReindexControl control) {
    this.token = token;
    this.control = control;
  }

  static void add(JavalinConfig config, Operation.Admin admin) {
    var routes = new AdminRoutes(new AdminToken(admin.token()), admin.reindexes());
    config.routes.before(PATH, routes::check);
    config.routes.get(PATH, routes::tell);
    config.routes.head(PATH, routes::tell);
    config.routes.post(PATH, routes::start);
  }

  private void check(Context context) {
    token.require(BodyResponse.field(context, "Authorization"));
    MethodNotAllowedException.unlessOneOf(METHODS, context);
  }

  private void tell(Context context) {
    GivenParameters.requireKnown(QueryString.of(context), List.of());
    send(context, 200);
  }

  private void start(Context context) {
    var given = new GivenParameters(QueryString.of(context), PARAMETERS);
    var wish =
        new ReindexControl.Wish(
            given.flag(FULL).orElse(false),
            given.flag(STRICT).orElse(false),
            given.flag(FORCE).orElse(false));
    switch (control.start(wish)) {
      case STARTED -> {
        context.header("Location", PATH);
        send(context, 202);
      }
      case RUNNING ->
          throw conflict("a reindex is running already; GET " + PATH + " tells how it goes");
      case LOCKED -> throw conflict("another process is writing to the index; try again later");
    }
  }

  private static ProblemException conflict(String detail) {
    return new ProblemException(Problem.ofStatus(409, detail));
  }

  private void send(Context context, int status) {
    BodyResponse.sendOnce(
        context, status, JsonText.MEDIA_TYPE, ReindexStateJson.bytes(control.state()));
  }
}
