package dev.broadsheet.search;

import dev.broadsheet.search.TextQuery.Field;
import dev.broadsheet.search.TextQuery.Group;
import dev.broadsheet.search.TextQuery.Phrase;
import dev.broadsheet.search.TextQuery.Prefix;
import dev.broadsheet.search.TextQuery.Term;
import dev.broadsheet.search.TextQuery.Unfinished;
import dev.broadsheet.search.TextQuery.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a visitor typed: words, {@code "a phrase"}, {@code -word}, {@code a OR b}, {@code
 * title:word}, {@code word*}. Never fails: what can't be read as syntax is read as words. {@code
 * OR} binds closer than the space between words, as in web search: {@code a b OR c} looks for
 * {@code a}, and for {@code b} or {@code c}.
 */
public final class TextQueryParser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<minus>-)?(?:(?<field>"
              + String.join("|", Arrays.stream(Field.values()).map(Enum::name).toList())
              + "):)?(?:[\"“”](?<phrase>[^\"“”]*)[\"“”]|(?<word>\\P{IsWhite_Space}+))",
          // Not UNICODE_CHARACTER_CLASS: with it a dotted capital I, in "tİtle", would be an i.
          Pattern.CASE_INSENSITIVE);

  /** Something must begin with it: stars alone are no prefix. */
  private static final Pattern PREFIX = Pattern.compile("(.*[\\p{L}\\p{M}\\p{N}\\p{S}])[*]+");

  private final List<Group> groups = new ArrayList<>();
  private final List<Term> excluded = new ArrayList<>();

  private TextQueryParser() {}

  /** What a text asks for whose last word, unless there is space behind it, is unfinished. */
  public static TextQuery parseUnfinished(String text) {
    TextQuery whole = parse(text);
    boolean finished =
        text.isEmpty() || Character.isWhitespace(text.codePointBefore(text.length()));
    if (finished || whole.groups().isEmpty()) {
      return whole;
    }
    List<Term> last = new ArrayList<>(whole.groups().getLast().alternatives());
    // What is excluded may come last, but is never unfinished.
    if (!(last.removeLast() instanceof Word word) || !text.endsWith(word.text())) {
      return whole;
    }
    last.add(new Unfinished(word.field(), word.text()));
    List<Group> groups = new ArrayList<>(whole.groups());
    groups.set(groups.size() - 1, new Group(last));
    return new TextQuery(groups, whole.excluded());
  }

  /** What the text asks for. */
  public static TextQuery parse(String text) {
    var parser = new TextQueryParser();
    List<Token> tokens = tokens(text);
    for (int i = 0; i < tokens.size(); i++) {
      i += parser.take(tokens, i);
    }
    return new TextQuery(parser.groups, parser.excluded);
  }

  /** Takes a token, or an operator and the token after it; returns how many more than one. */
  private int take(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    boolean betweenTerms =
        at > 0
            && at + 1 < tokens.size()
            && !tokens.get(at - 1).excludes()
            && !tokens.get(at + 1).excludes()
            && !groups.isEmpty();
    if (token.isOperator("OR") && betweenTerms) {
      List<Term> alternatives = new ArrayList<>(groups.removeLast().alternatives());
      alternatives.add(tokens.get(at + 1).term());
      groups.add(new Group(alternatives));
      return 1;
    }
    if (token.isOperator("AND") && betweenTerms) {
      return 0;
    }
    if (token.excludes()) {
      excluded.add(token.term());
    } else {
      groups.add(new Group(List.of(token.term())));
    }
    return 0;
  }

  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      String phrase = matcher.group("phrase");
      if (phrase == null || !phrase.isBlank()) {
        tokens.add(
            new Token(matcher.group(), matcher.group("minus") != null, term(matcher, phrase)));
      }
    }
    return tokens;
  }

  private static Term term(Matcher matcher, @Nullable String phrase) {
    Optional<Field> field =
        Optional.ofNullable(matcher.group("field"))
            .map(name -> Field.valueOf(name.toUpperCase(Locale.ROOT)));
    if (phrase != null) {
      return new Phrase(field, phrase.strip());
    }
    String word = matcher.group("word");
    Matcher prefix = PREFIX.matcher(word);
    return prefix.matches() ? new Prefix(field, prefix.group(1)) : new Word(field, word);
  }

  private record Token(String written, boolean excludes, Term term) {
    boolean isOperator(String word) {
      return written.equals(word);
    }
  }
}
