package dev.broadsheet.corpus;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of bytes as they pass. */
final class Sha256 {
  private final MessageDigest digest = digest();

  /** Takes bytes. */
  void update(byte[] bytes, int offset, int length) {
    digest.update(bytes, offset, length);
  }

  /** The hash of all that was taken, in hexadecimal digits. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java has SHA-256", impossible);
    }
  }
}
