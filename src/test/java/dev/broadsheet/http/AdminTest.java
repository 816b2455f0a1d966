package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminTest {
  private static final String TOKEN = "s3cret-of-the-operator";
  private static final String PATH = "/admin/reindex";

  private final FakeReindexes reindexes = new FakeReindexes();
  private RunningApi api = RunningApi.operated(new RecordingEngine(), reindexes, TOKEN);

  @AfterEach
  void stop() {
    api.close();
  }

  private HttpResponse<String> send(String method, String path)
      throws IOException, InterruptedException {
    return api.send(method, path, "Authorization", "Bearer " + TOKEN);
  }

  @Test
  void state_tellsOfTheOneThatRuns_andOfTheLast() throws Exception {
    HttpResponse<String> response = send("GET", PATH);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(RunningApi.header(response, "Cache-Control")).isEqualTo("no-store");
    GoldenFile.assertMatches("admin-reindex.json", response.body());
  }

  @Test
  void start_isAccepted_andSaysWhereToLook() throws Exception {
    HttpResponse<String> response = send("POST", PATH);

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(RunningApi.header(response, "Location")).isEqualTo(PATH);
    assertThat(reindexes.wishes).containsExactly(new ReindexControl.Wish(false, false, false));
  }

  @Test
  void start_takesTheFlagsOfTheCommand() throws Exception {
    send("POST", PATH + "?full=true&force=true&strict=false");

    assertThat(reindexes.wishes).containsExactly(new ReindexControl.Wish(true, false, true));
  }

  @ParameterizedTest
  @CsvSource({"fulll=true, did you mean 'full'?", "full=yes, one of true or false"})
  void badParameter_startsNothing(String query, String hint) throws Exception {
    HttpResponse<String> response = send("POST", PATH + "?" + query);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(reindexes.wishes).isEmpty();
    assertThat(response.body()).contains(hint.replace(" or ", ", "));
  }

  @ParameterizedTest
  @CsvSource({"RUNNING, running already", "LOCKED, another process"})
  void oneAtATime(ReindexControl.Start outcome, String detail) throws Exception {
    reindexes.next = outcome;

    HttpResponse<String> response = send("POST", PATH);

    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(response.body()).contains("\"code\":\"conflict\"", detail);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "POST", "DELETE"})
  void withoutTheToken_nothingIsDoneOrTold(String method) throws Exception {
    HttpResponse<String> response = api.send(method, PATH);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(RunningApi.header(response, "WWW-Authenticate"))
        .isEqualTo("Bearer realm=\"broadsheet\"");
    assertThat(response.body()).doesNotContain("reading");
    assertThat(reindexes.wishes).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer s3cret-of-the-operato",
        "Bearer s3cret-of-the-operatorr",
        "Bearer S3cret-of-the-operator",
        "Bearer x"
      })
  void wrongToken_isRefused_asAProblem(String authorization) throws Exception {
    HttpResponse<String> response = api.send("POST", PATH, "Authorization", authorization);

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(RunningApi.header(response, "WWW-Authenticate")).contains("invalid_token");
    assertThat(RunningApi.header(response, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(response.body()).doesNotContain(TOKEN, "S3cret");
    assertThat(reindexes.wishes).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic czNjcmV0", "s3cret-of-the-operator", "Bearer", "Bearer  "})
  void otherAuthorization_isNone(String authorization) throws Exception {
    assertThat(api.get(PATH, "Authorization", authorization).statusCode()).isEqualTo(401);
  }

  @Test
  void schemeOfTheToken_isTakenInAnyCase() throws Exception {
    assertThat(api.get(PATH, "Authorization", "bEARER " + TOKEN).statusCode()).isEqualTo(200);
  }

  @Test
  void otherMethod_is405() throws Exception {
    HttpResponse<String> response = send("DELETE", PATH);

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(RunningApi.header(response, "Allow")).isEqualTo("GET, HEAD, POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST"})
  void withoutAConfiguredToken_thereIsNothing(String method) throws Exception {
    api.close();
    api = RunningApi.operated(new RecordingEngine(), reindexes, "");

    HttpResponse<String> response = send(method, PATH);

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).doesNotContain("GET /admin");
  }

  @Test
  void token_isInNoText() {
    var operation =
        new Operation(
            Metrics.create(), Optional.of(reindexes), Optional.of(TOKEN), Optional.empty());

    assertThat(operation.toString() + operation.admin()).doesNotContain(TOKEN);
  }
}
