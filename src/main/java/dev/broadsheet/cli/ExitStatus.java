package dev.broadsheet.cli;

/** How a command ended, for the shell. */
final class ExitStatus {
  /** It did what it was to do. Rejected files are reported, and no failure. */
  static final int DONE = 0;

  /** It could not. */
  static final int FAILED = 1;

  /** The arguments or settings are wrong; nothing was tried. */
  static final int WRONG_USAGE = 2;

  /** Files were rejected, and that was not to be. */
  static final int REJECTED = 3;

  /** The corpus is empty, or most of it is gone or rejected; that needs to be forced. */
  static final int REFUSED = 4;

  private ExitStatus() {}
}
