package dev.broadsheet.corpus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * A gzip stream, of one or more members, that ends with an exception where it swells absurdly: to
 * more than 64 GiB, or, from 256 MiB on, to more than 200 times what was read of it. Feeds swell to
 * some 5 to 20 times; the format allows 1,032.
 */
final class BoundedInflation extends FilterInputStream {
  private static final int CHUNK = 1 << 16;
  private static final Bounds BOUNDS = new Bounds(64L << 30, 256L << 20, 200);

  private final HashedInput packed;
  private final Bounds bounds;
  private long inflated;

  /** How far a stream may swell: in all, and from a size on by a factor. */
  record Bounds(long bytes, long freeBytes, long ratio) {}

  private BoundedInflation(InputStream in, HashedInput packed, Bounds bounds) {
    super(in);
    this.packed = packed;
    this.bounds = bounds;
  }

  /**
   * Starts to inflate.
   *
   * @throws IOException where it is not a gzip stream
   */
  static InputStream open(HashedInput packed) throws IOException {
    return open(packed, BOUNDS);
  }

  static InputStream open(HashedInput packed, Bounds bounds) throws IOException {
    return new BoundedInflation(new GZIPInputStream(packed, CHUNK), packed, bounds);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = in.read(bytes, offset, length);
    inflated += Math.max(n, 0);
    if (inflated > bounds.bytes()
        || (inflated > bounds.freeBytes() && inflated / bounds.ratio() > packed.count())) {
      throw new IOException(
          "it swells to more than " + inflated + " bytes from " + packed.count() + " of gzip");
    }
    return n;
  }
}
