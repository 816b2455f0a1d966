package dev.broadsheet.lucene;

import dev.broadsheet.search.IndexCheck;
import dev.broadsheet.search.IndexCheck.Damage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.jspecify.annotations.Nullable;

/**
 * The files of a generation, held against the checksum that Lucene writes at the end of each. Every
 * opening of an index looks at the ends of all files and at the whole of the small ones; here each
 * byte is read, which takes as long as the disk needs.
 */
final class IndexFiles {
  private static final int ATTEMPTS = 5;

  private final Path folder;
  private final List<Damage> damages = new ArrayList<>();
  private int files;
  private long bytes;

  private IndexFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads all files of the newest commit of the generation to read.
   *
   * @throws IOException where they may not be read, which says nothing of what is in them
   */
  static IndexCheck check(Generations generations) throws IOException {
    IndexCheck check = IndexCheck.NOTHING;
    for (int i = 0; i < ATTEMPTS; i++) {
      String before = state(generations);
      check = once(generations);
      if (check.isSound() || state(generations).equals(before)) {
        break; // and otherwise files went, as a writer replaced them
      }
    }
    return check;
  }

  private static String state(Generations generations) throws IOException {
    Path folder = folder(generations);
    return folder + (Files.isDirectory(folder) ? commit(folder) : "");
  }

  private static @Nullable String commit(Path folder) throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      return SegmentInfos.getLastCommitSegmentsFileName(directory);
    }
  }

  private static Path folder(Generations generations) throws IOException {
    return generations.path(
        generations.current().orElseThrow(() -> new IOException("nothing has been indexed yet")));
  }

  private static IndexCheck once(Generations generations) throws IOException {
    var check = new IndexFiles(folder(generations));
    check.all();
    return new IndexCheck(check.files, check.bytes, check.damages);
  }

  /** The first damage that a check finds, if it can be made. */
  static Optional<Damage> damage(Generations generations) {
    try {
      return check(generations).damages().stream().findFirst();
    } catch (IOException notTold) {
      return Optional.empty();
    }
  }

  private void all() throws IOException {
    if (!Files.isDirectory(folder)) {
      damages.add(new Damage(folder.toString(), "it is missing"));
      return;
    }
    try (Directory directory = FSDirectory.open(folder)) {
      String commit = SegmentInfos.getLastCommitSegmentsFileName(directory);
      if (commit == null) {
        damages.add(new Damage(folder.toString(), "there is no commit in it"));
        return;
      }
      check(directory, commit);
      for (String file : files(directory, commit)) {
        check(directory, file);
      }
    }
  }

  /** The files of a commit; where that can't be told, all that are there. */
  private Collection<String> files(Directory directory, String commit) throws IOException {
    try {
      return SegmentInfos.readCommit(directory, commit).files(false);
    } catch (IOException | RuntimeException e) {
      List<String> others = others(directory, commit);
      if (isSound() && others.stream().allMatch(file -> isSound(directory, file))) {
        damages.add(new Damage(folder.resolve(commit).toString(), reason(e)));
      }
      return others;
    }
  }

  private static boolean isSound(Directory directory, String file) {
    try (IndexInput in = directory.openInput(file, IOContext.READONCE)) {
      CodecUtil.checksumEntireFile(in);
      return true;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private boolean isSound() {
    return damages.isEmpty();
  }

  private static List<String> others(Directory directory, String commit) throws IOException {
    return Arrays.stream(directory.listAll())
        .filter(file -> IndexFileNames.CODEC_FILE_PATTERN.matcher(file).matches())
        .filter(file -> !file.equals(commit))
        .toList();
  }

  private void check(Directory directory, String file) throws IOException {
    files++;
    try (IndexInput in = directory.openInput(file, IOContext.READONCE)) {
      bytes += in.length();
      CodecUtil.checksumEntireFile(in);
    } catch (AccessDeniedException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      damages.add(new Damage(folder.resolve(file).toString(), reason(e)));
    }
  }

  private static String reason(Exception e) {
    return switch (e) {
      case NoSuchFileException missing when missing.getFile() != null ->
          Path.of(missing.getFile()).getFileName() + " is missing";
      case EOFException _ -> "it is cut off";
      case CorruptIndexException corrupt -> words(corrupt.getOriginalMessage());
      case IOException io -> FileTrouble.reason(io);
      default -> "it can't be read: " + e.getMessage();
    };
  }

  private static String words(String lucene) {
    return lucene.startsWith("checksum failed")
        ? "its bytes are not those that were written"
        : lucene;
  }
}
