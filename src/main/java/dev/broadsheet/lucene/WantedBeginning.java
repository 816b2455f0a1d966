package dev.broadsheet.lucene;

/** Any term that begins with some letters. */
record WantedBeginning(String field, int word, String letters) implements Wanted {}
