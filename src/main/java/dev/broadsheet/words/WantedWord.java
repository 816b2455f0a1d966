package dev.broadsheet.words;

/** A term. */
public record WantedWord(String field, int word, String term) implements Wanted {}
