package dev.broadsheet.lucene;

import dev.broadsheet.search.IndexCheck;
import dev.broadsheet.search.IndexCheck.Damage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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

/**
 * The files of a generation, held against the checksum that Lucene writes at the end of each. Every
 * opening of an index looks at the ends of all files and at the whole of the small ones; here each
 * byte is read, which takes as long as the disk needs.
 */
final class IndexFiles {
  private final Path folder;
  private final List<Damage> damages = new ArrayList<>();
  private int files;
  private long bytes;

  private IndexFiles(Path folder) {
    this.folder = folder;
  }

  /** Reads all files of the newest commit of a generation. */
  static IndexCheck check(Path folder) throws IOException {
    var check = new IndexFiles(folder);
    try (Directory directory = FSDirectory.open(folder)) {
      check.all(directory);
    }
    return new IndexCheck(check.files, check.bytes, check.damages);
  }

  /** The first damage that a check finds. */
  static Optional<Damage> damage(Path folder) {
    try {
      return check(folder).damages().stream().findFirst();
    } catch (IOException e) {
      return Optional.of(new Damage(folder.toString(), FileTrouble.reason(e)));
    }
  }

  private void all(Directory directory) throws IOException {
    String commit = SegmentInfos.getLastCommitSegmentsFileName(directory);
    if (commit == null) {
      damages.add(new Damage(folder.toString(), "there is no commit in it"));
      return;
    }
    check(directory, commit);
    try {
      SegmentInfos.readCommit(directory, commit).files(false).forEach(it -> check(directory, it));
    } catch (IOException | RuntimeException e) {
      // What belongs to it can't be told, so that all that is there is looked at.
      others(directory, commit).forEach(file -> check(directory, file));
      if (isSound()) {
        damages.add(new Damage(folder.resolve(commit).toString(), reason(e)));
      }
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

  private void check(Directory directory, String file) {
    files++;
    try (IndexInput in = directory.openInput(file, IOContext.READONCE)) {
      bytes += in.length();
      CodecUtil.checksumEntireFile(in);
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
