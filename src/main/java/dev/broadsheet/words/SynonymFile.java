package dev.broadsheet.words;

import dev.broadsheet.search.SearchEngineException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules of a file that may change: it is looked at again, at most so often, when they are asked
 * for. A file that isn't there has no rules; one that is broken is reported, and the last good
 * rules stay. Safe for use by many threads.
 */
public final class SynonymFile {
  private static final Logger LOG = LoggerFactory.getLogger(SynonymFile.class);
  private static final long LOOK_AGAIN_NANOS = 1_000_000_000L;

  private final Optional<Path> file;
  private volatile State state;

  private SynonymFile(Optional<Path> file, State state) {
    this.file = file;
    this.state = state;
  }

  /** What was read, of which state of the file, and when that was last looked at. */
  private record State(Synonyms synonyms, @Nullable Stamp stamp, long lookedAt) {}

  private record Stamp(FileTime modified, long size, @Nullable Object key) {}

  /**
   * Reads a file, or nothing.
   *
   * @throws SearchEngineException where it can't be read, or a line is no rule
   */
  public static SynonymFile open(Optional<Path> file) {
    var none = new State(Synonyms.NONE, null, System.nanoTime());
    if (file.isEmpty()) {
      return new SynonymFile(file, none);
    }
    try {
      return new SynonymFile(file, read(file.get(), stamp(file.get())));
    } catch (IOException e) {
      throw new SearchEngineException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The rules of now, or of a second ago. */
  public Synonyms current() {
    State known = state;
    if (file.isPresent() && System.nanoTime() - known.lookedAt >= LOOK_AGAIN_NANOS) {
      lookAgain(file.get());
    }
    return state.synonyms;
  }

  private synchronized void lookAgain(Path path) {
    State known = state;
    long now = System.nanoTime();
    if (now - known.lookedAt < LOOK_AGAIN_NANOS) {
      return;
    }
    Stamp stamp = known.stamp;
    try {
      stamp = stamp(path);
      if (Objects.equals(stamp, known.stamp)) {
        state = new State(known.synonyms, stamp, now);
        return;
      }
      state = read(path, stamp);
      LOG.info("read the synonyms {} again", path);
    } catch (IOException e) {
      LOG.warn("{}; going on with the synonyms read before", e.getMessage());
      state = new State(known.synonyms, stamp, now);
    }
  }

  private static @Nullable Stamp stamp(Path path) throws IOException {
    try {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      return new Stamp(now.lastModifiedTime(), now.size(), now.fileKey());
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw new IOException(path + ": can't be read: " + e, e);
    }
  }

  private static State read(Path path, @Nullable Stamp stamp) throws IOException {
    if (stamp == null) {
      return new State(Synonyms.NONE, null, System.nanoTime());
    }
    try {
      return new State(Synonyms.parse(Files.readAllLines(path)), stamp, System.nanoTime());
    } catch (Synonyms.BadRuleException e) {
      throw new IOException(path + ":" + e.line() + ": " + e.getMessage(), e);
    } catch (CharacterCodingException e) {
      throw new IOException(path + ": is not UTF-8", e);
    } catch (IOException e) {
      throw new IOException(path + ": can't be read: " + e, e);
    }
  }
}
