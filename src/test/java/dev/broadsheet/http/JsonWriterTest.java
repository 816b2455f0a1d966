package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

class JsonWriterTest {
  /** Printed with a failure, to be tried again with {@code -Dtest.seed}. */
  private static final long SEED = Long.getLong("test.seed", System.nanoTime());

  private final SplittableRandom random = new SplittableRandom(SEED);

  private static String written(String text) {
    return new String(JsonText.bytes(json -> json.string(text)), StandardCharsets.UTF_8);
  }

  private static String byJackson(String text) {
    var out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeString(text);
    }
    return out.toString();
  }

  @Test
  void anyText_isWrittenAsJacksonDoes() {
    for (int i = 0; i < 20_000; i++) {
      String text = text();
      assertThat(written(text)).as("seed %d", SEED).isEqualTo(byJackson(text));
    }
  }

  /** Of all lengths around eight, mostly plain. */
  private String text() {
    var text = new StringBuilder();
    int length = random.nextInt(40);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(
          switch (random.nextInt(20)) {
            case 0 -> random.nextInt(' ');
            case 1 -> '"';
            case 2 -> '\\';
            case 3 -> random.nextInt(0x7f, 0x800);
            case 4 -> random.nextInt(0x800, 0xd800);
            case 5 -> random.nextInt(0x10000, 0x110000);
            default -> random.nextInt(' ', 0x7f);
          });
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 16, 5_000})
  void characterToEscape_isFoundAnywhere(int before) {
    for (String escaped : List.of("\"", "\\", "\n", "\u0000", "\u001f")) {
      String text = "x".repeat(before) + escaped + "x".repeat(7);
      assertThat(written(text)).isEqualTo(byJackson(text));
    }
  }

  @Test
  void objectsAndArrays_arePartedByCommas() {
    byte[] bytes =
        JsonText.bytes(json -> {
          json.startObject();
          json.property("a", 1);
          json.name("b");
          json.startArray();
          json.startObject();
          json.endObject();
          json.string("x");
          json.startArray();
          json.endArray();
          json.number(-2);
          json.endArray();
          json.property("c", true);
          json.property("d", "");
          json.endObject();
        });
    assertThat(new String(bytes, StandardCharsets.UTF_8))
        .isEqualTo("{\"a\":1,\"b\":[{},\"x\",[],-2],\"c\":true,\"d\":\"\"}");
  }

  @Test
  void valueWithinTheMakingOfAnother_isWrittenApart() {
    byte[] outer =
        JsonText.bytes(json -> {
          json.startArray();
          json.string(written("inner"));
          json.endArray();
        });
    assertThat(new String(outer, StandardCharsets.UTF_8)).isEqualTo("[\"\\\"inner\\\"\"]");
  }

  @Test
  void failure_leavesNothingBehind() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            JsonText.bytes(json -> {
              json.string("half");
              throw new IllegalStateException();
            }));
    assertThat(written("whole")).isEqualTo("\"whole\"");
  }

  @Test
  void longValues_areWhole() {
    String text = "ä".repeat(300_000);
    byte[] bytes =
        JsonText.bytes(json -> {
          json.startObject();
          json.property("long", text);
          json.endObject();
        });
    assertThat(new JsonMapper().readTree(bytes).path("long").asString()).isEqualTo(text);
  }

  @Test
  void numbers_areThoseOfDecimals() {
    for (int i = 0; i < 20_000; i++) {
      double number = number();
      assertThat(JsonText.digits(number))
          .as("seed %d", SEED)
          .isEqualTo(JsonText.digits(BigDecimal.valueOf(number)));
    }
  }

  @Test
  void scores_areRoundedAsDecimalsAre() {
    for (int i = 0; i < 20_000; i++) {
      double number = number();
      assertThat(HitJson.digits(number))
          .as("%s, seed %d", number, SEED)
          .isEqualTo(JsonText.digits(new BigDecimal(number, new MathContext(6))));
    }
  }

  /** Of all sizes, among them whole ones and ties. */
  private double number() {
    double number = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-12, 25));
    return switch (random.nextInt(5)) {
      case 0 -> Math.rint(number);
      case 1 -> (random.nextInt(100_000, 1_000_000) + 0.5) / (1 << random.nextInt(12));
      case 2 -> (random.nextInt(100_000, 1_000_000) + 0.5) / Math.pow(10, random.nextInt(9));
      case 3 -> random.nextInt(1_000_000) / 1e5;
      default -> number;
    };
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, 1, 88, 0.25, 1e15, 1e-3, 9.9999e-4, 1e7, 9999999.5, 999999.5})
  void edgesOfNumbers_areThoseOfDecimals(double number) {
    assertThat(JsonText.digits(number)).isEqualTo(JsonText.digits(BigDecimal.valueOf(number)));
    assertThat(HitJson.digits(number))
        .isEqualTo(JsonText.digits(new BigDecimal(number, new MathContext(6))));
  }
}
