package dev.broadsheet.http;

import io.github.bucket4j.TimeMeter;
import io.javalin.http.Context;

/**
 * Keeps each client to its rate. This machine itself has none: what asks from here is a benchmark,
 * a neighbour, or a proxy for all there are.
 *
 * @param addresses that tell clients apart
 * @param rate of each
 */
record ClientLimit(ClientAddress addresses, RateLimit rate) {
  static ClientLimit of(HttpSettings.Clients clients) {
    return new ClientLimit(
        new ClientAddress(clients.proxies()),
        new RateLimit(clients.rate(), TimeMeter.SYSTEM_NANOTIME));
  }

  /**
   * Counts a request.
   *
   * @throws RateLimitedException where it is one too many
   */
  void take(Context context) {
    addresses.of(context).ifPresent(rate::take);
  }
}
