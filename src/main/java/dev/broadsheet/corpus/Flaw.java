package dev.broadsheet.corpus;

/**
 * Something wrong in a document.
 *
 * @param line of the file, from 1
 * @param message what is wrong and what was expected
 */
record Flaw(int line, String message) {
  CorpusProblem in(String path, CorpusProblem.Scope scope) {
    return new CorpusProblem(path, line, message, scope);
  }
}
