package dev.broadsheet.http;

/**
 * The server can't listen where it should: the port is taken, or the host is not of this machine.
 */
public final class HttpStartException extends RuntimeException {
  private static final long serialVersionUID = 1;

  HttpStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
