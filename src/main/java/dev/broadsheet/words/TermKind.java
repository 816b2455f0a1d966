package dev.broadsheet.words;

/**
 * What a term of {@link Analyzers#INDEX} is, in the flags of its token, so that fields that hold
 * only some of the terms can be filled from one analysis.
 */
public final class TermKind {
  /** A word as {@link Analyzers#WORDS} has it. */
  public static final int WORD = 0;

  /** A part or the whole of a word, in another form than {@link Analyzers#WORDS} has it. */
  public static final int BESIDE = 1;

  /** The stem of either. */
  public static final int STEM = 2;

  private TermKind() {}
}
