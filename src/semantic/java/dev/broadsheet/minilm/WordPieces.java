package dev.broadsheet.minilm;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Takes texts apart as the model learned them: small letters without accents, punctuation and
 * Chinese characters each by themselves, and each word into the longest pieces that the vocabulary
 * has (Devlin et al., "BERT", NAACL 2019, with WordPiece of Wu et al., 2016). Safe for use by many
 * threads.
 */
final class WordPieces {
  /** A longer word is no word. */
  private static final int MAX_WORD = 100;

  private final Map<String, Integer> ids;
  private final int begin;
  private final int end;
  private final int unknown;

  private WordPieces(Map<String, Integer> ids) {
    this.ids = ids;
    this.begin = id("[CLS]");
    this.end = id("[SEP]");
    this.unknown = id("[UNK]");
  }

  private int id(String special) {
    return Objects.requireNonNull(ids.get(special), special);
  }

  /** Reads the vocabulary, {@code model.vocab} of a {@code tokenizer.json}. */
  static WordPieces read(InputStream tokenizer) throws IOException {
    Map<String, Integer> ids = new HashMap<>();
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), tokenizer)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.START_OBJECT && "vocab".equals(json.currentName())) {
          while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String piece = json.currentName();
            json.nextToken();
            ids.put(piece, json.getIntValue());
          }
        }
      }
    }
    if (ids.isEmpty()) {
      throw new IOException("the tokenizer has no vocabulary");
    }
    return new WordPieces(ids);
  }

  /** The pieces of a text by number, between those that mark its begin and its end. */
  long[] of(String text, int most) {
    List<Integer> pieces = new ArrayList<>();
    pieces.add(begin);
    String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    var word = new StringBuilder();
    for (int i = 0; i < plain.length() && pieces.size() < most; ) {
      int letter = plain.codePointAt(i);
      i += Character.charCount(letter);
      if (isSpace(letter) || standsAlone(letter)) {
        addWord(word, pieces);
        if (!isSpace(letter)) {
          addWord(word.appendCodePoint(letter), pieces);
        }
      } else if (!isDropped(letter)) {
        word.appendCodePoint(letter);
      }
    }
    addWord(word, pieces);
    int size = Math.min(pieces.size(), most - 1);
    long[] numbers = new long[size + 1];
    for (int i = 0; i < size; i++) {
      numbers[i] = pieces.get(i);
    }
    numbers[size] = end;
    return numbers;
  }

  private void addWord(StringBuilder word, List<Integer> pieces) {
    if (!word.isEmpty()) {
      pieces.addAll(pieces(word.toString()));
      word.setLength(0);
    }
  }

  /** Longest pieces first, from the left; a word with any other part is unknown as a whole. */
  private List<Integer> pieces(String word) {
    if (word.codePointCount(0, word.length()) > MAX_WORD) {
      return List.of(unknown);
    }
    List<Integer> pieces = new ArrayList<>();
    for (int from = 0; from < word.length(); ) {
      int to = word.length();
      @Nullable Integer id = null;
      while (id == null && to > from) {
        id = ids.get((from > 0 ? "##" : "") + word.substring(from, to));
        to = id == null ? word.offsetByCodePoints(to, -1) : to;
      }
      if (id == null) {
        return List.of(unknown);
      }
      pieces.add(id);
      from = to;
    }
    return pieces;
  }

  private static boolean isSpace(int letter) {
    return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
  }

  /** Accents, which are letters of their own by now, and what can't be seen. */
  private static boolean isDropped(int letter) {
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.CONTROL, Character.FORMAT -> true;
      default -> letter == 0xFFFD;
    };
  }

  private static boolean standsAlone(int letter) {
    return isPunctuation(letter) || isChinese(letter);
  }

  /** All of ASCII that is neither letter nor digit counts. */
  private static boolean isPunctuation(int letter) {
    if (letter < 0x80) {
      return letter > ' ' && letter < 0x7F && !Character.isLetterOrDigit(letter);
    }
    return switch (Character.getType(letter)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION -> true;
      default -> false;
    };
  }

  /** The blocks that the model's own tokenizer has. */
  private static boolean isChinese(int letter) {
    return (letter >= 0x4E00 && letter <= 0x9FFF)
        || (letter >= 0x3400 && letter <= 0x4DBF)
        || (letter >= 0x20000 && letter <= 0x2CEAF)
        || (letter >= 0xF900 && letter <= 0xFAFF)
        || (letter >= 0x2F800 && letter <= 0x2FA1F);
  }
}
