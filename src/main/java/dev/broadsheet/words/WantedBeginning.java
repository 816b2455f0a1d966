package dev.broadsheet.words;

/** Any term that begins with some letters. */
public record WantedBeginning(String field, int word, String letters) implements Wanted {}
