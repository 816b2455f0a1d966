package dev.broadsheet.words;

import org.apache.lucene.util.automaton.ByteRunAutomaton;

/** Any term whose UTF-8 form an automaton accepts. */
public record WantedPattern(String field, int word, ByteRunAutomaton automaton) implements Wanted {}
