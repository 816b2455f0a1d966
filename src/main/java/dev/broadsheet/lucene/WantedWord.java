package dev.broadsheet.lucene;

/** A term. */
record WantedWord(String field, int word, String term) implements Wanted {}
