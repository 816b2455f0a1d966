package dev.broadsheet.lucene;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;
import org.apache.lucene.store.AlreadyClosedException;

/** Why files can't be read or written, as an operator says it: which, and what hinders. */
final class FileTrouble {
  private FileTrouble() {}

  /** The reason behind an exception, with the path of the file where that is known. */
  static String reason(Exception e) {
    return switch (e) {
      // Lucene looks for the lock where it could not be made, and tells that by the way.
      case NoSuchFileException _
          when e.getSuppressed().length > 0 && e.getSuppressed()[0] instanceof IOException first ->
          reason(first);
      case NoSuchFileException missing -> missing.getFile() + ": no such file";
      case AccessDeniedException denied -> denied.getFile() + ": permission denied";
      case FileAlreadyExistsException taken -> taken.getFile() + ": is there and no folder";
      case NotDirectoryException file -> file.getFile() + ": is no folder";
      case FileSystemException other when other.getReason() != null ->
          other.getFile() + ": " + other.getReason();
      // A writer closes itself at the first failure; what is asked of it afterwards fails as well.
      case AlreadyClosedException closed when closed.getCause() instanceof Exception first ->
          reason(first);
      default -> Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    };
  }
}
