package dev.broadsheet.http;

import static dev.broadsheet.http.RunningApi.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that go with the search page. */
class FileTest {
  private RunningApi api;

  @BeforeEach
  void start() {
    api = new RunningApi(new RecordingEngine());
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/broadsheet.css, text/css;charset=utf-8",
    "/broadsheet.js, text/javascript;charset=utf-8",
    "/broadsheet.svg, image/svg+xml"
  })
  void file_canBeReadByAnySite_andAskedForAgainByItsTag(String path, String type) throws Exception {
    HttpResponse<String> first = api.get(path);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(header(first, "Content-Type")).isEqualTo(type);
    assertThat(header(first, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(header(first, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(first, "Cache-Control")).isEqualTo("public, no-cache");
    HttpResponse<String> again = api.get(path, "If-None-Match", header(first, "ETag"));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"css", "js", "svg"})
  void addressOnThePage_namesTheVersion_andHoldsForever(String ending) throws Exception {
    Matcher address =
        Pattern.compile("broadsheet\\." + ending + "\\?v=[\\w-]+").matcher(api.get("/").body());
    assertThat(address.find()).isTrue();
    assertThat(header(api.get("/" + address.group()), "Cache-Control"))
        .isEqualTo("public, max-age=31536000, immutable");
    assertThat(header(api.get("/broadsheet." + ending + "?v=old"), "Cache-Control"))
        .isEqualTo("public, no-cache");
  }

  @Test
  void file_isCompressed_withATagOfItsOwn() throws Exception {
    HttpResponse<String> plain = api.get("/broadsheet.css");
    HttpResponse<String> packed = api.get("/broadsheet.css", "Accept-Encoding", "gzip");
    assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(packed, "ETag")).isNotEqualTo(header(plain, "ETag"));
    assertThat(header(packed, "Vary")).isEqualTo("Accept-Encoding");
    HttpResponse<String> again =
        api.get(
            "/broadsheet.css", "Accept-Encoding", "gzip", "If-None-Match", header(packed, "ETag"));
    assertThat(again.statusCode()).isEqualTo(304);
  }

  @Test
  void component_holdsTheStyles() throws Exception {
    String module = api.get("/broadsheet.js").body();
    String firstRule = "\".bs-page, .bs-root{";
    assertThat(module).contains(firstRule).doesNotContain("\"broadsheet.css\"");
  }
}
