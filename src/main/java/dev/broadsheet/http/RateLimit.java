package dev.broadsheet.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * Lets each client ask so often, and then as often as time goes by: a bucket of tokens a client.
 * Safe for use by many threads.
 */
final class RateLimit {
  /**
   * So many clients are remembered, in some 30 MB. One too many costs another its bucket, and gives
   * it a full one when it comes again: those that come seldom go first.
   */
  private static final int MOST_CLIENTS = 1 << 16;

  private final HttpSettings.Rate rate;
  private final TimeMeter clock;
  private final Cache<String, Bucket> buckets;

  /**
   * A limit.
   *
   * @param clock that fills the buckets
   */
  RateLimit(HttpSettings.Rate rate, TimeMeter clock) {
    this.rate = rate;
    this.clock = clock;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(untilFull(rate))
            .executor(Runnable::run)
            .build();
  }

  /** By then a bucket is as a new one, and need not be remembered. */
  private static Duration untilFull(HttpSettings.Rate rate) {
    return Duration.ofSeconds(1L + rate.burst() / Math.max(1, rate.perSecond()));
  }

  /**
   * Takes a token of a client.
   *
   * @throws RateLimitedException where it has none
   */
  void take(String client) {
    if (rate.perSecond() == 0) {
      return;
    }
    ConsumptionProbe probe = buckets.get(client, _ -> newBucket()).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new RateLimitedException(rate, Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  /** How many clients are remembered at the moment. */
  long clients() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  private Bucket newBucket() {
    return Bucket.builder()
        .addLimit(limit ->
            limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
        .withCustomTimePrecision(clock)
        .build();
  }
}
