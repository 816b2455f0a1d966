package dev.broadsheet.lucene;

import java.util.Arrays;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.StringHelper;

/**
 * The different ones among many terms, and how often each occurs: a hash table that is made for one
 * document after another. Terms are slices of one array, which is handed in with each.
 */
final class TermCounts {
  private int[] slots = new int[1024];
  private int[] starts = new int[256];
  private int[] lengths = new int[256];
  private int[] hashes = new int[256];
  private int[] counts = new int[256];
  private int size;

  void clear() {
    // Not the whole table, which one long text makes large for good.
    for (int i = 0; i < size; i++) {
      slots[slotOf(i)] = 0;
    }
    size = 0;
  }

  /** Counts so many occurrences of a term. */
  void add(byte[] bytes, int start, int length, int times) {
    int hash =
        StringHelper.murmurhash3_x86_32(bytes, start, length, StringHelper.GOOD_FAST_HASH_SEED);
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0) {
      int entry = slots[slot] - 1;
      if (hashes[entry] == hash && isTerm(entry, bytes, start, length)) {
        counts[entry] += times;
        return;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    insert(slot, hash, start, length, times);
  }

  private boolean isTerm(int entry, byte[] bytes, int start, int length) {
    int other = starts[entry];
    return Arrays.equals(bytes, other, other + lengths[entry], bytes, start, start + length);
  }

  private void insert(int slot, int hash, int start, int length, int times) {
    if (size == starts.length) {
      starts = ArrayUtil.grow(starts, size + 1);
      lengths = ArrayUtil.growExact(lengths, starts.length);
      hashes = ArrayUtil.growExact(hashes, starts.length);
      counts = ArrayUtil.growExact(counts, starts.length);
    }
    starts[size] = start;
    lengths[size] = length;
    hashes[size] = hash;
    counts[size] = times;
    size++;
    slots[slot] = size;
    if (2 * size > slots.length) {
      growTable();
    }
  }

  private void growTable() {
    slots = new int[2 * slots.length];
    for (int i = 0; i < size; i++) {
      int slot = hashes[i] & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = i + 1;
    }
  }

  private int slotOf(int entry) {
    int slot = hashes[entry] & (slots.length - 1);
    while (slots[slot] != entry + 1) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  int size() {
    return size;
  }

  /** Where a term begins. */
  int start(int number) {
    return starts[number];
  }

  /** How many bytes a term has. */
  int length(int number) {
    return lengths[number];
  }

  /** How often a term occurs. */
  int count(int number) {
    return counts[number];
  }
}
