package dev.broadsheet.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what a test wants, and remembers what it was asked for. */
final class FakeReindexes implements ReindexControl {
  private static final Instant SINCE = Instant.parse("2026-01-31T11:59:00Z");

  final List<Wish> wishes = new ArrayList<>();
  Start next = Start.STARTED;

  @Override
  public Start start(Wish how) {
    wishes.add(how);
    return next;
  }

  @Override
  public long ended(String outcome) {
    return outcome.equals("published") ? 3 : 0;
  }

  @Override
  public ReindexState state() {
    return new ReindexState(
        Optional.of(
            new ReindexState.Running(
                ReindexState.Trigger.WATCH,
                false,
                SINCE,
                new ReindexState.Progress("reading", "bytes", 1_000, 2_500))),
        Optional.of(
            new ReindexState.Ended(
                ReindexState.Trigger.ADMIN,
                true,
                SINCE,
                SINCE.plusSeconds(30),
                "published",
                Map.of("found", 7L),
                Map.of("written", 12L),
                List.of("a.md:3: title: missing"),
                1,
                Optional.of("why"))));
  }
}
