package dev.broadsheet.http;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * Addresses of the net that begin alike.
 *
 * @param address one of them
 * @param bits how many of its bits they share
 */
public record AddressRange(InetAddress address, int bits) {
  /** Checks the bits. */
  public AddressRange {
    if (bits < 0 || bits > 8 * address.getAddress().length) {
      throw new IllegalArgumentException(
          "bits: " + bits + " is not possible for " + address.getHostAddress());
    }
  }

  /**
   * Reads an address, or a range in the notation of RFC 4632.
   *
   * @param text such as {@code 10.0.0.0/8}, {@code ::1}
   * @throws IllegalArgumentException where it is neither
   */
  public static AddressRange of(String text) {
    int slash = text.indexOf('/');
    InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    int bits =
        slash < 0 ? 8 * address.getAddress().length : Integer.parseInt(text.substring(slash + 1));
    return new AddressRange(address, bits);
  }

  boolean contains(InetAddress other) {
    byte[] ours = address.getAddress();
    byte[] theirs = other.getAddress();
    int whole = bits / 8;
    if (ours.length != theirs.length || Arrays.mismatch(ours, 0, whole, theirs, 0, whole) >= 0) {
      return false;
    }
    int rest = bits % 8;
    return rest == 0 || ((ours[whole] ^ theirs[whole]) & 0xff) >>> (8 - rest) == 0;
  }
}
