package org.stemma.read;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses a fetch may reach: those of the public internet, and no others. A page, a feed or
 * a redirect could otherwise make this machine ask its own network, router or cloud for what only
 * they may know.
 *
 * <p>The lists are those of the IANA registries of special-purpose addresses (RFC 6890), and the
 * addresses at which clouds give their machines secrets.
 */
final class Reach {
  private static final String PRIVATE = "a private address";
  private static final String LOOPBACK = "a loopback address";
  private static final String LINK_LOCAL = "a link-local address";
  private static final String METADATA = "a cloud's metadata address";
  private static final String DOCUMENTATION = "an address for documentation";
  private static final String RESERVED = "a reserved address";
  private static final String MULTICAST = "a multicast address";
  private static final String UNSPECIFIED = "an unspecified address";

  /** First match counts. */
  private static final List<Block> V4 =
      List.of(
          new Block("169.254.169.254", 32, METADATA),
          new Block("169.254.170.2", 32, METADATA),
          new Block("100.100.100.200", 32, METADATA),
          new Block("192.0.0.192", 32, METADATA),
          new Block("168.63.129.16", 32, METADATA),
          new Block("0.0.0.0", 8, UNSPECIFIED),
          new Block("10.0.0.0", 8, PRIVATE),
          new Block("100.64.0.0", 10, "an address inside a provider's network"),
          new Block("127.0.0.0", 8, LOOPBACK),
          new Block("169.254.0.0", 16, LINK_LOCAL),
          new Block("172.16.0.0", 12, PRIVATE),
          new Block("192.0.0.0", 24, RESERVED),
          new Block("192.0.2.0", 24, DOCUMENTATION),
          new Block("192.88.99.0", 24, RESERVED),
          new Block("192.168.0.0", 16, PRIVATE),
          new Block("198.18.0.0", 15, RESERVED),
          new Block("198.51.100.0", 24, DOCUMENTATION),
          new Block("203.0.113.0", 24, DOCUMENTATION),
          new Block("224.0.0.0", 4, MULTICAST),
          new Block("240.0.0.0", 4, RESERVED));

  private static final List<Block> V6 =
      List.of(
          new Block("fd00:ec2::254", 128, METADATA),
          new Block("fd20:ce::254", 128, METADATA),
          new Block("::", 128, UNSPECIFIED),
          new Block("::1", 128, LOOPBACK),
          new Block("fc00::", 7, PRIVATE),
          new Block("fe80::", 10, LINK_LOCAL),
          new Block("fec0::", 10, PRIVATE),
          new Block("ff00::", 8, MULTICAST),
          new Block("2001::", 23, RESERVED),
          new Block("2001:db8::", 32, DOCUMENTATION),
          new Block("3fff::", 20, DOCUMENTATION));

  /** The one part of IPv6 that is handed out for public use. */
  private static final Block GLOBAL_UNICAST = new Block("2000::", 3, "");

  /** IPv6 addresses that stand for an IPv4 address, and the byte at which that begins. */
  private static final Block SIX_TO_FOUR = new Block("2002::", 16, "");

  private static final int IN_SIX_TO_FOUR = 2;
  private static final Block NAT64 = new Block("64:ff9b::", 96, "");
  private static final int AT_THE_END = 12;

  /** An interface of ISATAP (RFC 5214), with or without the bit that says it is unique. */
  private static final byte[] ISATAP = {0, 0, 0x5e, (byte) 0xfe};

  private static final int ISATAP_AT = 8;
  private static final int UNIQUE = 0x02;

  private Reach() {}

  /**
   * The addresses of a host, all of which may be reached.
   *
   * @throws Unfetched where one may not, or there is no such host
   */
  static List<InetAddress> checked(Address address, Web web) throws Unfetched {
    List<InetAddress> numbers;
    try {
      numbers = web.numbers(address.host());
    } catch (UnknownHostException e) {
      throw new Unfetched(
          "the name " + address.host() + " could not be looked up; check it, and the connection");
    } catch (IOException e) {
      throw new Unfetched("the host " + address.host() + " could not be looked up");
    }
    if (numbers.isEmpty()) {
      throw new Unfetched(
          "the name " + address.host() + " could not be looked up; check it, and the connection");
    }
    for (InetAddress number : numbers) {
      Optional<String> refused = refused(number);
      if (refused.isPresent()) {
        throw new Unfetched(
            "leads to "
                + refused.get()
                + " ("
                + number.getHostAddress()
                + "), which is never fetched");
      }
    }
    return List.copyOf(numbers);
  }

  /** What a number is, where it may not be reached; empty where it may. */
  static Optional<String> refused(InetAddress number) {
    byte[] bytes = number.getAddress();
    return number instanceof Inet4Address ? in(V4, bytes) : refusedV6(bytes);
  }

  private static Optional<String> refusedV6(byte[] bytes) {
    Optional<String> listed = in(V6, bytes);
    if (listed.isPresent()) {
      return listed;
    }
    if (NAT64.holds(bytes)) {
      return v4(bytes, AT_THE_END);
    }
    if (!GLOBAL_UNICAST.holds(bytes)) {
      return Optional.of(RESERVED);
    }
    if (SIX_TO_FOUR.holds(bytes)) {
      return v4(bytes, IN_SIX_TO_FOUR);
    }
    return isIsatap(bytes) ? v4(bytes, AT_THE_END) : Optional.empty();
  }

  private static boolean isIsatap(byte[] bytes) {
    byte[] start = Arrays.copyOfRange(bytes, ISATAP_AT, ISATAP_AT + ISATAP.length);
    start[0] &= (byte) ~UNIQUE;
    return Arrays.equals(start, ISATAP);
  }

  private static Optional<String> v4(byte[] bytes, int from) {
    return in(V4, Arrays.copyOfRange(bytes, from, from + 4));
  }

  private static Optional<String> in(List<Block> blocks, byte[] bytes) {
    return blocks.stream().filter(block -> block.holds(bytes)).findFirst().map(block -> block.what);
  }

  /** Addresses that start with the same bits. */
  private static final class Block {
    private final byte[] start;
    private final int bits;
    private final String what;

    Block(String start, int bits, String what) {
      this.start = bytes(start);
      this.bits = bits;
      this.what = what;
    }

    private static byte[] bytes(String number) {
      try {
        return InetAddress.getByName(number).getAddress();
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(e);
      }
    }

    boolean holds(byte[] number) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((number[bit / 8] & mask) != (start[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
