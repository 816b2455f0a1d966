package dev.broadsheet.analytics;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what visitors look for, in memory, and keeps it in a folder: a file a day, written every
 * minute and at the end, so that a crash costs a minute. May be used by many threads. Who opens it
 * closes it; one process at a time can use a folder.
 */
public final class QueryLog implements AutoCloseable {
  /** How many days are kept. */
  public static final int DAYS = 90;

  private static final Logger LOG = LoggerFactory.getLogger(QueryLog.class);
  private static final int MOST_A_DAY = 10_000;
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  /** For so long a page may ask again for what it shows already. */
  private static final Duration PAGE_ASKS_AGAIN = Duration.ofSeconds(10);

  private static final int MOST_PAGES = 1_000;

  private final QueryFiles files;
  private final FileChannel lock;
  private final Clock clock;
  private final ScheduledExecutorService writer;
  private final Object writing = new Object();
  private final Map<String, Instant> pages = new Pages();
  private final List<DayCounts> ended = new ArrayList<>();
  private DayCounts counts;
  private boolean isChanged;

  private QueryLog(QueryFiles files, FileChannel lock, DayCounts counts, Clock clock) {
    this.files = files;
    this.lock = lock;
    this.counts = counts;
    this.clock = clock;
    this.writer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("query-log").factory());
  }

  /**
   * Goes on with what was counted today.
   *
   * @param folder is made if it is not there
   * @throws IOException where it can't be used, or another process does
   */
  public static QueryLog open(Path folder, Clock clock) throws IOException {
    Files.createDirectories(folder);
    FileChannel lock = lock(folder);
    try {
      var files = new QueryFiles(folder);
      LocalDate today = today(clock);
      var log =
          new QueryLog(files, lock, new DayCounts(today, MOST_A_DAY, files.read(today)), clock);
      log.schedule();
      return log;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException thisProcess) {
      LOG.debug("Locked by this process", thisProcess);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw new IOException(
        "another server counts in "
            + folder
            + " what is looked for: each needs a folder of its own");
  }

  private void schedule() {
    long millis = INTERVAL.toMillis();
    var _ = writer.scheduleWithFixedDelay(this::flush, millis, millis, TimeUnit.MILLISECONDS);
  }

  private static LocalDate today(Clock clock) {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /**
   * Counts a search, if it is for anything.
   *
   * @param typed by the visitor
   * @param found how many items
   * @param onPage whether a page was made of it; if it then asks for the same in order to be alive,
   *     that is no other search
   */
  public void searched(String typed, long found, boolean onPage) {
    if (!typed.isBlank()) {
      String words = Words.kept(typed);
      synchronized (this) {
        if (onPage) {
          pages.put(words, clock.instant());
        } else if (isOfPage(words)) {
          return;
        }
        add(new QueryCount(words, 1, found == 0 ? 1 : 0, 0));
      }
    }
  }

  private boolean isOfPage(String words) {
    Instant shown = pages.remove(words);
    return shown != null && shown.plus(PAGE_ASKS_AGAIN).isAfter(clock.instant());
  }

  /**
   * Counts that a hit was chosen.
   *
   * @param typed what the visitor had looked for; passed over where nobody did today, as anyone can
   *     say anything
   */
  public synchronized void clicked(String typed) {
    String words = Words.kept(typed);
    turnDay();
    if (!typed.isBlank() && counts.has(words)) {
      add(new QueryCount(words, 0, 0, 1));
    }
  }

  private void add(QueryCount count) {
    turnDay();
    counts.add(count);
    isChanged = true;
  }

  private void turnDay() {
    LocalDate today = today(clock);
    if (!today.equals(counts.day())) {
      ended.add(counts);
      counts = new DayCounts(today, MOST_A_DAY, List.of());
    }
  }

  /**
   * What was looked for in the last days, today included.
   *
   * @param days 1 to {@value #DAYS}
   * @param size how long the lists may be
   * @throws IOException where a file can't be read
   */
  public QueryReport report(int days, int size) throws IOException {
    flush();
    LocalDate today = today(clock);
    return QueryReport.read(files.folder(), today.minusDays(days - 1L), today, size);
  }

  /** Writes what is not written yet. */
  private void flush() {
    synchronized (writing) {
      unwritten().forEach(this::write);
    }
  }

  private synchronized Map<LocalDate, List<QueryCount>> unwritten() {
    Map<LocalDate, List<QueryCount>> days = new LinkedHashMap<>();
    if (isChanged) {
      ended.forEach(day -> days.put(day.day(), day.mostFrequent()));
      days.put(counts.day(), counts.mostFrequent());
    }
    ended.clear();
    isChanged = false;
    return days;
  }

  private void write(LocalDate day, List<QueryCount> now) {
    try {
      files.write(day, now);
      files.forgetBefore(day.minusDays(DAYS - 1L));
    } catch (IOException e) {
      LOG.warn("What is looked for can't be kept in {}", files.folder(), e);
    }
  }

  /** Writes the rest. */
  @Override
  public void close() {
    writer.close();
    flush();
    try {
      lock.close();
    } catch (IOException e) {
      LOG.warn("The lock of {} can't be given back", files.folder(), e);
    }
  }

  /** When a page was made of some words; the eldest is forgotten where there are many. */
  private static final class Pages extends LinkedHashMap<String, Instant> {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
      return size() > MOST_PAGES;
    }
  }
}
