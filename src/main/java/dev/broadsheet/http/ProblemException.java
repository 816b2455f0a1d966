package dev.broadsheet.http;

/** Ends a request with a problem that says all there is to say. */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  /** Without a stack trace: it tells of no bug. */
  ProblemException(Problem problem) {
    super(problem.detail(), null, false, false);
    this.problem = problem;
  }

  /** Keeps why. */
  ProblemException(Problem problem, Throwable cause) {
    super(problem.detail(), cause, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
