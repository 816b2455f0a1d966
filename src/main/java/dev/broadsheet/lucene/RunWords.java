package dev.broadsheet.lucene;

import dev.broadsheet.words.Analyzers;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.ByteBlockPool;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.BytesRefHash;
import org.apache.lucene.util.UnicodeUtil;

/**
 * What the words of a run ({@link RunTokens}) stand for besides themselves: their stems, and the
 * beginnings of all. Never changed once made, so that many threads may read it.
 */
final class RunWords {
  /** In no term, and before all that is in one. */
  private static final byte SEPARATOR = 0;

  /** Each a term, a separator, and a word that stands for it. */
  private final BytesRefHash pairs = newHash();

  /** The bits of the fields that have the word, by the number of the pair. */
  private byte[] fields = new byte[1024];

  private final int[] pairsInOrder;
  private final BytesRefHash beginnings = newHash();
  private final int[] beginningsInOrder;

  /**
   * Reads all words of a run.
   *
   * @param run all of its fields; beginnings are those of the words in the fields that count
   */
  RunWords(List<RunField> run) throws IOException {
    int counted = run.stream().filter(it -> it.times() > 0).mapToInt(RunField::bit).sum();
    var word = new BytesRef();
    var stem = new BytesRefBuilder();
    var words = new MergedTerms(run, new BytesRef());
    for (BytesRef it = words.term(); it != null; it = words.term()) {
      boolean isBeside = RunTokens.readWord(it, word);
      if (word.length > 0) {
        int in = words.fields();
        if (isBeside) {
          addPair(word, it, in);
        }
        stem(word, stem);
        if (!stem.get().bytesEquals(word)) {
          addPair(stem.get(), it, in);
        }
        if ((in & counted) != 0) {
          addBeginnings(word);
        }
      }
      words.next();
    }
    pairsInOrder = Arrays.copyOf(pairs.sort(), pairs.size());
    beginningsInOrder = Arrays.copyOf(beginnings.sort(), beginnings.size());
  }

  private static BytesRefHash newHash() {
    return new BytesRefHash(new ByteBlockPool(new ByteBlockPool.DirectAllocator()));
  }

  private static void stem(BytesRef word, BytesRefBuilder stem) {
    char[] letters = new char[word.length];
    int length = UnicodeUtil.UTF8toUTF16(word, letters);
    char[] stemmed = Analyzers.STEM_CACHE.stem(letters, length);
    stem.copyChars(stemmed, 0, stemmed.length);
  }

  private void addPair(BytesRef term, BytesRef standsForIt, int in) {
    var pair = new BytesRefBuilder();
    pair.append(term);
    pair.append(SEPARATOR);
    pair.append(standsForIt);
    int number = pairs.add(pair.get());
    fields = ArrayUtil.grow(fields, number + 1);
    fields[number] = (byte) in;
  }

  private void addBeginnings(BytesRef word) {
    int end = word.offset + word.length;
    int letters = 0;
    for (int at = word.offset; at < end && letters < Schema.MAX_BEGINNING; letters++) {
      at = CountedTokens.letterEnd(word.bytes, at, end);
      beginnings.add(new BytesRef(word.bytes, word.offset, at - word.offset));
    }
  }

  int beginnings() {
    return beginningsInOrder.length;
  }

  /** A beginning, by its place in the order of all. */
  void readBeginning(int place, BytesRef into) {
    beginnings.get(beginningsInOrder[place], into);
  }

  /** How many pairs there are of a term and a word that stands for it. */
  int pairs() {
    return pairsInOrder.length;
  }

  /** The term of a pair, by its place in the order of terms. */
  void readTerm(int place, BytesRef into) {
    pairs.get(pairsInOrder[place], into);
    into.length = separator(into) - into.offset;
  }

  /** The word of a pair. */
  void readWord(int place, BytesRef into) {
    pairs.get(pairsInOrder[place], into);
    int start = separator(into) + 1;
    into.length -= start - into.offset;
    into.offset = start;
  }

  private static int separator(BytesRef pair) {
    int at = pair.offset;
    while (pair.bytes[at] != SEPARATOR) {
      at++;
    }
    return at;
  }

  /** The bits of the fields that have the word of a pair. */
  int fields(int place) {
    return fields[pairsInOrder[place]];
  }
}
