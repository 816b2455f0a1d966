package dev.broadsheet.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where and how the server listens.
 *
 * @param host the name or address to listen at
 * @param port 0 picks a free one
 * @param maxHeaderBytes the longest request line with its headers; longer ones are refused
 * @param stopTimeout how long a stop waits for requests that are under way
 * @param site how it presents itself
 * @param sharing who may keep and read its answers
 * @param load how much it takes on at once
 * @param clients what each of them may take
 */
public record HttpSettings(
    String host,
    int port,
    int maxHeaderBytes,
    Duration stopTimeout,
    Site site,
    Sharing sharing,
    Load load,
    Clients clients) {
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
    this(host, port, Site.DEFAULT, Sharing.DEFAULT);
  }

  /** The defaults, at an address, for a site. */
  public HttpSettings(String host, int port, Site site, Sharing sharing) {
    this(host, port, site, sharing, Load.DEFAULT);
  }

  /** The same, taking on another load. */
  public HttpSettings(String host, int port, Site site, Sharing sharing, Load load) {
    this(
        host,
        port,
        DEFAULT_MAX_HEADER_BYTES,
        DEFAULT_STOP_TIMEOUT,
        site,
        sharing,
        load,
        Clients.DEFAULT);
  }

  /** The same, with other clients. */
  public HttpSettings withClients(Clients other) {
    return new HttpSettings(host, port, maxHeaderBytes, stopTimeout, site, sharing, load, other);
  }

  /** The same, with another time for a stop. */
  public HttpSettings withStopTimeout(Duration other) {
    return new HttpSettings(host, port, maxHeaderBytes, other, site, sharing, load, clients);
  }

  /**
   * How the server presents itself in feeds and to browsers.
   *
   * @param name of the site, for a person
   * @param publicUrl where visitors reach it, without a slash at the end; where empty, each request
   *     tells
   */
  public record Site(String name, Optional<String> publicUrl) {
    /** Called by its maker's name, and found where it is asked. */
    public static final Site DEFAULT = new Site("Broadsheet", Optional.empty());

    /** Checks that there is a name. */
    public Site {
      if (name.isBlank()) {
        throw new IllegalArgumentException("name: is blank");
      }
    }
  }

  /**
   * How much the server takes on at once.
   *
   * @param running answers that are made at the same time
   * @param waiting requests that wait for their turn, at most; more are turned away at once
   * @param longestWait how long one waits before it is turned away
   */
  public record Load(int running, int waiting, Duration longestWait) {
    /** Keeps the processors busy, and no request waiting for longer than a visitor would. */
    public static final Load DEFAULT =
        new Load(2 * Runtime.getRuntime().availableProcessors(), 256, Duration.ofSeconds(1));

    /** Checks the bounds. */
    public Load {
      if (running < 1) {
        throw new IllegalArgumentException("running: " + running + " is below 1");
      }
      if (waiting < 1) {
        throw new IllegalArgumentException("waiting: " + waiting + " is below 1");
      }
      if (longestWait.isNegative()) {
        throw new IllegalArgumentException("longestWait: " + longestWait + " is negative");
      }
    }
  }

  /**
   * What each client may take, so that none starves the others.
   *
   * @param rate how often it may ask
   * @param proxies whose headers say which client a request is from
   * @param connections how long it may hold one
   */
  public record Clients(Rate rate, List<AddressRange> proxies, Connections connections) {
    /** Enough for a newsroom behind one address, and no proxy believed. */
    public static final Clients DEFAULT =
        new Clients(new Rate(100, 500), List.of(), Connections.DEFAULT);

    /** Copies the proxies. */
    public Clients {
      proxies = List.copyOf(proxies);
    }
  }

  /**
   * How often a client may ask for what may need a search.
   *
   * @param perSecond in the long run; 0 for as often as it likes
   * @param burst after a while without any
   */
  public record Rate(int perSecond, int burst) {
    /** Checks the bounds. */
    public Rate {
      if (perSecond < 0) {
        throw new IllegalArgumentException("perSecond: " + perSecond + " is negative");
      }
      if (burst < 1) {
        throw new IllegalArgumentException("burst: " + burst + " is below 1");
      }
    }
  }

  /**
   * How many connections there are, and how long one may be held.
   *
   * @param max at the same time, and no more than three quarters of the files that the process may
   *     open; others wait until one is closed
   * @param idle how long nothing may happen on one
   * @param head how long the head of a request may take to arrive
   * @param answer how long from there until the whole answer has been taken
   */
  public record Connections(int max, Duration idle, Duration head, Duration answer) {
    /** More idle ones than a site of that size has, and times for the slowest of networks. */
    public static final Connections DEFAULT =
        new Connections(
            20_000, Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(1));

    /** Checks the bounds. */
    public Connections {
      if (max < 1) {
        throw new IllegalArgumentException("max: " + max + " is below 1");
      }
      requirePositive("idle", idle);
      requirePositive("head", head);
      requirePositive("answer", answer);
    }

    private static void requirePositive(String name, Duration time) {
      if (!time.isPositive()) {
        throw new IllegalArgumentException(name + ": " + time + " is not positive");
      }
    }
  }

  /**
   * Who may keep answers, and whose scripts may read them.
   *
   * @param maxAge how long an answer may be shown without asking again whether it still holds
   * @param origins of the pages that may read, such as {@code https://www.example.com}; {@code *}
   *     for all
   */
  public record Sharing(Duration maxAge, List<String> origins) {
    /** What is kept is asked for each time, and only pages of the server itself may read. */
    public static final Sharing DEFAULT = new Sharing(Duration.ZERO, List.of());

    /** Copies the origins and checks the age. */
    public Sharing {
      origins = List.copyOf(origins);
      if (maxAge.isNegative()) {
        throw new IllegalArgumentException("maxAge: " + maxAge + " is negative");
      }
    }
  }
}
