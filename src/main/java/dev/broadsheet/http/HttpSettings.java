package dev.broadsheet.http;

import java.time.Duration;

/**
 * Where and how the server listens.
 *
 * @param host the name or address to listen at
 * @param port 0 picks a free one
 * @param maxHeaderBytes the longest request line with its headers; longer ones are refused
 * @param stopTimeout how long a stop waits for requests that are under way
 */
public record HttpSettings(String host, int port, int maxHeaderBytes, Duration stopTimeout) {
  /** Only this machine can reach it. */
  public static final String DEFAULT_HOST = "127.0.0.1";

  /** Holds the longest query and its filters, percent-encoded: 12 bytes a character at worst. */
  public static final int DEFAULT_MAX_HEADER_BYTES = 64 * 1024;

  /** Longer than any search takes. */
  public static final Duration DEFAULT_STOP_TIMEOUT = Duration.ofSeconds(10);

  /** Checks the bounds. */
  public HttpSettings {
    if (host.isBlank()) {
      throw new IllegalArgumentException("host: is blank");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port: " + port + " is not from 0 to 65535");
    }
    if (maxHeaderBytes < 1_024) {
      throw new IllegalArgumentException("maxHeaderBytes: " + maxHeaderBytes + " is below 1024");
    }
    if (stopTimeout.isNegative()) {
      throw new IllegalArgumentException("stopTimeout: " + stopTimeout + " is negative");
    }
  }

  /** The defaults, at an address. */
  public HttpSettings(String host, int port) {
    this(host, port, DEFAULT_MAX_HEADER_BYTES, DEFAULT_STOP_TIMEOUT);
  }
}
