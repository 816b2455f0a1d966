package dev.broadsheet.words;

/**
 * A word of the index.
 *
 * @param text as written, without case and accents
 * @param items how many hold it, hidden ones and, for a while, deleted ones included
 */
public record KnownWord(String text, int items) {}
