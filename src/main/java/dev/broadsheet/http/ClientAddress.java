package dev.broadsheet.http;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells clients apart by their addresses: the peer's or, where that is a proxy of the settings, the
 * one that it says it got the request from. Of a chain of proxies the last one that the settings do
 * not name is the client: what stands before it, anyone can have written.
 */
final class ClientAddress {
  /** Who has one address of IPv6 has as many as they like of the same network. */
  private static final int NETWORK_BYTES = 8;

  private static final Pattern FORWARDED_FOR =
      Pattern.compile("(?i)(?:^|;)\\s*for\\s*=\\s*(\"[^\"]*\"|[^;\\s\"]+)");

  private static final Pattern PORT = Pattern.compile("^(\\[[^\\]]*\\]|[0-9.]+):\\d+$");

  private static final Pattern BRACKETS = Pattern.compile("^\\[|\\]$");
  private static final Pattern INTERFACE = Pattern.compile("%.*");

  private final List<AddressRange> proxies;

  /**
   * Tells clients apart.
   *
   * @param proxies that are believed
   */
  ClientAddress(List<AddressRange> proxies) {
    this.proxies = List.copyOf(proxies);
  }

  /**
   * A name for the client that sent a request; empty for this machine itself. A proxy on this
   * machine that the settings don't name, whose clients can't be told apart, counts as that.
   */
  Optional<String> of(Context context) {
    InetAddress peer = address(context.req().getRemoteAddr()).orElseThrow();
    if (!isProxy(peer)) {
      return peer.isLoopbackAddress() ? Optional.empty() : Optional.of(name(peer));
    }
    InetAddress client =
        client(headers(context, "X-Forwarded-For"), headers(context, "Forwarded")).orElse(peer);
    return client.equals(peer) && peer.isLoopbackAddress()
        ? Optional.empty()
        : Optional.of(name(client));
  }

  /**
   * Who the proxies say that it was; empty where they say nothing, or both headers are there and
   * differ: a proxy that writes one of them lets a client write the other.
   */
  Optional<InetAddress> client(List<String> forwardedFor, List<String> forwarded) {
    Optional<InetAddress> one = last(elements(forwardedFor).toList());
    Optional<InetAddress> other = last(elements(forwarded).map(ClientAddress::node).toList());
    if (forwardedFor.isEmpty() || forwarded.isEmpty()) {
      return forwardedFor.isEmpty() ? other : one;
    }
    return one.equals(other) ? one : Optional.empty();
  }

  private Optional<InetAddress> last(List<String> hops) {
    for (String hop : hops.reversed()) {
      Optional<InetAddress> address = address(hop);
      if (address.isEmpty() || !isProxy(address.get())) {
        return address;
      }
    }
    return Optional.empty();
  }

  private boolean isProxy(InetAddress address) {
    return proxies.stream().anyMatch(range -> range.contains(address));
  }

  private static List<String> headers(Context context, String name) {
    return Collections.list(context.req().getHeaders(name));
  }

  private static Stream<String> elements(List<String> fields) {
    return fields.stream().flatMap(field -> Arrays.stream(field.split(",", -1)));
  }

  /** What an element of {@code Forwarded} (RFC 7239) says after {@code for}. */
  private static String node(String element) {
    Matcher matcher = FORWARDED_FOR.matcher(element);
    return matcher.find() ? matcher.group(1).replace("\"", "") : "";
  }

  /** The address that is written somehow: in brackets, with a port or an interface. */
  static Optional<InetAddress> address(String written) {
    String text = PORT.matcher(written.strip()).replaceFirst("$1");
    String unbracketed = BRACKETS.matcher(text).replaceAll("");
    String bare = INTERFACE.matcher(unbracketed).replaceFirst("");
    try {
      return Optional.of(InetAddress.ofLiteral(bare));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** The whole of an address of IPv4, the network's part of one of IPv6. */
  static String name(InetAddress address) {
    byte[] bytes = address.getAddress();
    return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
  }
}
