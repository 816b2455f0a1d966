package dev.broadsheet.opensearch;

import java.io.IOException;

/** The cluster answered that it can't do what it was asked for. */
final class ClusterException extends IOException {
  private static final long serialVersionUID = 1;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int TOO_LATE = 408;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  private final int status;

  ClusterException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** Whether what was asked about is not there. */
  boolean isNotFound() {
    return status == NOT_FOUND;
  }

  /** Whether something is there already, or has been changed meanwhile. */
  boolean isConflict() {
    return status == CONFLICT;
  }

  /** Whether what was waited for did not come in the time that was given. */
  boolean isTooLate() {
    return status == TOO_LATE;
  }

  /** Whether it may be able to a little later. */
  boolean mayPass() {
    return isBusy() || status >= SERVER_ERROR;
  }

  /** Whether it has too much to do. */
  boolean isBusy() {
    return status == TOO_MANY;
  }
}
