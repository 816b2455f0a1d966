package dev.broadsheet.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
  private final ClientAddress addresses =
      new ClientAddress(List.of(AddressRange.of("10.0.0.0/8"), AddressRange.of("::1")));

  private @Nullable String client(List<String> forwardedFor, List<String> forwarded) {
    return addresses.client(forwardedFor, forwarded).map(InetAddress::getHostAddress).orElse(null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.1 | 192.0.2.1",
        "192.0.2.1, 10.1.1.1, 10.2.2.2 | 192.0.2.1",
        "6.6.6.6, 192.0.2.1 | 192.0.2.1",
        "127.0.0.1, 192.0.2.1, ::1 | 192.0.2.1",
        "6.6.6.6, nonsense, 10.1.1.1 |",
        "10.1.1.1 |",
        "'' |",
        "192.0.2.1:4711 | 192.0.2.1",
        "[2001:db8::1]:4711 | 2001:db8:0:0:0:0:0:1",
        "::ffff:192.0.2.1 | 192.0.2.1",
        "example.com |"
      })
  void lastOneThatIsNoProxy_isTheClient(String forwardedFor, @Nullable String client) {
    assertThat(client(List.of(forwardedFor), List.of())).isEqualTo(client);
  }

  @Test
  void severalFields_areOneList() {
    assertThat(client(List.of("192.0.2.1", "192.0.2.2, 10.1.1.1"), List.of()))
        .isEqualTo("192.0.2.2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for=192.0.2.1;proto=https;by=10.1.1.1 | 192.0.2.1",
        "proto=https; For=\"[2001:db8::1]:80\" | 2001:db8:0:0:0:0:0:1",
        "for=6.6.6.6, for=192.0.2.1, for=10.1.1.1 | 192.0.2.1",
        "for=_hidden |",
        "for=unknown, for=10.1.1.1 |",
        "by=192.0.2.1 |"
      })
  void forwarded_isReadToo(String forwarded, @Nullable String client) {
    assertThat(client(List.of(), List.of(forwarded))).isEqualTo(client);
  }

  @Test
  void headersThatContradict_sayNothing() {
    assertThat(client(List.of("192.0.2.1"), List.of("for=192.0.2.2"))).isNull();
    assertThat(client(List.of("192.0.2.1"), List.of("for=192.0.2.1"))).isEqualTo("192.0.2.1");
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.2, false",
    "2001:db8::1, 2001:db8::ffff, true",
    "2001:db8::1, 2001:db8:0:1::1, false",
    "::ffff:192.0.2.1, 192.0.2.1, true"
  })
  void clientOfIpv6_isItsNetwork(String one, String other, boolean same) {
    assertThat(name(one).equals(name(other))).isEqualTo(same);
  }

  private static String name(String address) {
    return ClientAddress.name(InetAddress.ofLiteral(address));
  }

  @ParameterizedTest
  @CsvSource({"[::1], 0:0:0:0:0:0:0:1", "fe80::1%eth0, fe80:0:0:0:0:0:0:1", "127.0.0.1, 127.0.0.1"})
  void peer_isReadAsTheContainerWritesIt(String written, String address) {
    Optional<InetAddress> read = ClientAddress.address(written);
    assertThat(read.map(InetAddress::getHostAddress)).contains(address);
  }
}
