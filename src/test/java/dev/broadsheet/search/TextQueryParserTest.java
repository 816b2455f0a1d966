package dev.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.search.TextQuery.Field;
import dev.broadsheet.search.TextQuery.Group;
import dev.broadsheet.search.TextQuery.Phrase;
import dev.broadsheet.search.TextQuery.Prefix;
import dev.broadsheet.search.TextQuery.Term;
import dev.broadsheet.search.TextQuery.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextQueryParserTest {
  private static final List<String> PIECES =
      List.of(
          "\"", "“", "”", "-", "*", ":", "OR", "AND", "NOT", " ", "\t", "\u00a0", "\u3000",
          "\u2028", "title:", "TOPIC:", "tİtle:", "body:", "a", "word", "(", ")", "[", "]", "{",
          "}", "~", "^", "\\", "/", "+", "&&", "||", "!", "?", "\0", "\ud800", "\udc00", "🎉", "é",
          "e\u0301", "ß", "ı", "İ", "\u202e", "\u200b", "٣", "漢字", "$1", "%s", "<b>");

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\"\"", "\" \"", "\t\n", "\u3000", "“”"})
  void nothing_matchesAll(String text) {
    assertThat(TextQueryParser.parse(text)).isEqualTo(TextQuery.ALL);
  }

  @Test
  void words_areAllLookedFor() {
    assertThat(TextQueryParser.parse(" a  b\u3000c "))
        .isEqualTo(all(word("a"), word("b"), word("c")));
  }

  @Test
  void quotedWords_areAPhrase() {
    assertThat(TextQueryParser.parse("\" a b \"c “d e”"))
        .isEqualTo(all(phrase("a b"), word("c"), phrase("d e")));
  }

  @Test
  void minus_excludes() {
    assertThat(TextQueryParser.parse("a -b -\"c d\" -title:e -f*"))
        .isEqualTo(
            new TextQuery(
                groups(word("a")),
                List.of(
                    word("b"),
                    phrase("c d"),
                    new Word(Optional.of(Field.TITLE), "e"),
                    new Prefix(Optional.empty(), "f"))));
  }

  @Test
  void exclusionsAlone_areAQuery() {
    assertThat(TextQueryParser.parse("-a")).isEqualTo(new TextQuery(List.of(), List.of(word("a"))));
  }

  @Test
  void minusInAWord_isPartOfIt() {
    assertThat(TextQueryParser.parse("covid-19")).isEqualTo(all(word("covid-19")));
  }

  @Test
  void or_joinsItsNeighboursOnly() {
    assertThat(TextQueryParser.parse("a b OR \"c d\" OR e* f"))
        .isEqualTo(
            new TextQuery(
                List.of(
                    group(word("a")),
                    group(word("b"), phrase("c d"), new Prefix(Optional.empty(), "e")),
                    group(word("f"))),
                List.of()));
  }

  @Test
  void and_changesNothing() {
    assertThat(TextQueryParser.parse("a AND b")).isEqualTo(all(word("a"), word("b")));
  }

  @ParameterizedTest
  @CsvSource({
    "OR", "or", "and", "AND", "NOT", "-", "*", "**", "(", "~", "&&", "C++", ".net", "a/b"
  })
  void whatCannotBeSyntax_isAWord(String text) {
    assertThat(TextQueryParser.parse(text)).isEqualTo(all(word(text)));
  }

  @Test
  void operatorsWithoutNeighbours_areWords() {
    assertThat(TextQueryParser.parse("OR a or b OR"))
        .isEqualTo(all(word("OR"), word("a"), word("or"), word("b"), word("OR")));
  }

  @Test
  void orBesideAnExclusion_isAWord() {
    assertThat(TextQueryParser.parse("a OR -b"))
        .isEqualTo(new TextQuery(groups(word("a"), word("OR")), List.of(word("b"))));
  }

  @Test
  void unclosedQuote_isPartOfAWord() {
    assertThat(TextQueryParser.parse("a \"b c")).isEqualTo(all(word("a"), word("\"b"), word("c")));
  }

  @ParameterizedTest
  @CsvSource({
    "title:x,TITLE",
    "TITLE:x,TITLE",
    "excerpt:x,EXCERPT",
    "provider:x,PROVIDER",
    "topic:x,TOPIC",
    "Body:x,BODY"
  })
  void fieldName_limitsAWord(String text, Field field) {
    assertThat(TextQueryParser.parse(text)).isEqualTo(all(new Word(Optional.of(field), "x")));
  }

  @Test
  void fieldName_limitsPhrasesAndPrefixes() {
    assertThat(TextQueryParser.parse("topic:\"facebook ai\" title:face*"))
        .isEqualTo(
            all(
                new Phrase(Optional.of(Field.TOPIC), "facebook ai"),
                new Prefix(Optional.of(Field.TITLE), "face")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"title:", "AI:", "http://x.org/", "subtitle:x", "tİtle:x", "tıtle:x"})
  void otherColons_arePartOfAWord(String text) {
    assertThat(TextQueryParser.parse(text)).isEqualTo(all(word(text)));
  }

  @ParameterizedTest
  @CsvSource({"face*,face", "face**,face", "c++*,c++", "*face*,*face", "é*,é"})
  void starAtTheEnd_isAPrefix(String text, String prefix) {
    assertThat(TextQueryParser.parse(text)).isEqualTo(all(new Prefix(Optional.empty(), prefix)));
  }

  @Test
  void starWithin_isPartOfAWord() {
    assertThat(TextQueryParser.parse("f*ce")).isEqualTo(all(word("f*ce")));
  }

  @Test
  void anyText_isRead_andNoTermIsBlank() {
    long seed = Long.getLong("test.seed", 20_191_220L);
    var random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(12); length >= 0; length--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      assertThat(terms(TextQueryParser.parse(text.toString())))
          .as("seed %d: %s", seed, text)
          .allSatisfy(term -> assertThat(term.text()).isNotBlank());
    }
  }

  @Test
  void wordsOfAnyText_areKept() {
    long seed = Long.getLong("test.seed", 20_191_220L);
    var random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      String text = PIECES.get(random.nextInt(PIECES.size())) + " needle " + random.nextInt();
      assertThat(terms(TextQueryParser.parse(text)))
          .as("seed %d: %s", seed, text)
          .anySatisfy(term -> assertThat(term.text()).contains("needle"));
    }
  }

  @Test
  void longText_isRead() {
    assertThat(terms(TextQueryParser.parse("\"" + "x".repeat(1_000_000)))).hasSize(1);
    assertThat(terms(TextQueryParser.parse("-\"a\" ".repeat(100_000)))).hasSize(100_000);
  }

  private static List<Term> terms(TextQuery query) {
    return Stream.concat(
            query.groups().stream().flatMap(group -> group.alternatives().stream()),
            query.excluded().stream())
        .toList();
  }

  private static TextQuery all(Term... terms) {
    return new TextQuery(groups(terms), List.of());
  }

  private static List<Group> groups(Term... terms) {
    return Arrays.stream(terms).map(term -> group(term)).toList();
  }

  private static Group group(Term... alternatives) {
    return new Group(List.of(alternatives));
  }

  private static Term word(String text) {
    return new Word(Optional.empty(), text);
  }

  private static Term phrase(String text) {
    return new Phrase(Optional.empty(), text);
  }
}
