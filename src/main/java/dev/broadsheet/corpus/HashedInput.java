package dev.broadsheet.corpus;

import dev.broadsheet.article.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A file that is hashed and counted while it is read. Who opened it closes it: this does not. */
final class HashedInput extends FilterInputStream {
  private static final int CHUNK = 1 << 16;

  private final MessageDigest hash = Sha256.digest();
  private long count;

  HashedInput(InputStream in) {
    super(in);
  }

  /** How many bytes were read. */
  long count() {
    return count;
  }

  /** Reads what is left and gives the hash of the whole, in hexadecimal digits. */
  String hashOfAll() throws IOException {
    byte[] chunk = new byte[CHUNK];
    while (read(chunk, 0, CHUNK) >= 0) {
      // Reading is all there is to do.
    }
    return HexFormat.of().formatHex(hash.digest());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = in.read(bytes, offset, length);
    if (n > 0) {
      hash.update(bytes, offset, n);
      count += n;
    }
    return n;
  }

  @Override
  public void close() {
    // A gzip stream above is closed before the rest of the file is hashed.
  }

  @Override
  public long skip(long n) {
    return 0; // what is not read can't be hashed
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
