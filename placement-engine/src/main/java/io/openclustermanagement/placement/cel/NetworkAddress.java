package io.openclustermanagement.placement.cel;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The types {@code net.IP} and {@code net.CIDR}, over Go's {@code net/netip}. IPv4 addresses have
 * four octets, IPv6 addresses sixteen; zones and IPv4-mapped IPv6 addresses are refused.
 */
sealed interface NetworkAddress extends OpaqueValue {

  /** An IP address. The octets are never changed. */
  @SuppressWarnings("ArrayRecordComponent") // Equality is by content, below.
  record Ip(byte[] octets) implements NetworkAddress {

    /** An address or an {@link EvaluationError}. */
    static Object parse(String text) {
      byte[] octets = IpSyntax.parse(text);
      if (octets == null) {
        return new EvaluationError(
            "IP Address \"%s\" parse error during conversion from string".formatted(text));
      }
      return IpSyntax.isMapped(octets)
          ? new EvaluationError("IPv4-mapped IPv6 address \"%s\" is not allowed".formatted(text))
          : new Ip(octets);
    }

    boolean isVersion4() {
      return octets.length == 4;
    }

    int octet(int index) {
      return octets[index] & 0xff;
    }

    boolean isUnspecified() {
      return Arrays.equals(octets, new byte[octets.length]);
    }

    boolean isLoopback() {
      byte[] one = new byte[16];
      one[15] = 1;
      return isVersion4() ? octet(0) == 127 : Arrays.equals(octets, one);
    }

    boolean isMulticast() {
      return isVersion4() ? (octet(0) & 0xf0) == 0xe0 : octet(0) == 0xff;
    }

    boolean isLinkLocalMulticast() {
      return isVersion4()
          ? octet(0) == 224 && octet(1) == 0 && octet(2) == 0
          : octet(0) == 0xff && (octet(1) & 0x0f) == 2;
    }

    boolean isLinkLocalUnicast() {
      return isVersion4()
          ? octet(0) == 169 && octet(1) == 254
          : octet(0) == 0xfe && (octet(1) & 0xc0) == 0x80;
    }

    boolean isGlobalUnicast() {
      boolean broadcast = isVersion4() && Arrays.equals(octets, new byte[] {-1, -1, -1, -1});
      return !broadcast
          && !isUnspecified()
          && !isLoopback()
          && !isMulticast()
          && !isLinkLocalUnicast();
    }

    /** The address with all bits after the first {@code length} cleared. */
    Ip masked(int length) {
      byte[] kept = new byte[octets.length];
      for (int i = 0; i < kept.length; i++) {
        int bits = Math.clamp(length - 8L * i, 0, 8);
        kept[i] = (byte) (octets[i] & (0xff00 >> bits));
      }
      return new Ip(kept);
    }

    @Override
    public String typeName() {
      return "net.IP";
    }

    @Override
    public Object equalTo(Object other) {
      return other instanceof Ip ? (Object) equals(other) : EvaluationError.NO_SUCH_OVERLOAD;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Ip that && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
      return IpSyntax.print(octets);
    }
  }

  /** An address with a prefix length; bits after the prefix may be set. */
  record Cidr(Ip address, int prefixLength) implements NetworkAddress {

    /** A network or an {@link EvaluationError}. */
    static Object parse(String text) {
      int slash = text.lastIndexOf('/');
      byte[] octets = slash < 0 ? null : IpSyntax.parse(text.substring(0, slash));
      Optional<Integer> length =
          octets == null
              ? Optional.empty()
              : prefixLength(text.substring(slash + 1), octets.length * 8);
      if (octets == null || length.isEmpty()) {
        return new EvaluationError(
            "network address parse error during conversion from string: \"%s\"".formatted(text));
      }
      return IpSyntax.isMapped(octets)
          ? new EvaluationError("IPv4-mapped IPv6 address \"%s\" is not allowed".formatted(text))
          : new Cidr(new Ip(octets), length.get());
    }

    private static Optional<Integer> prefixLength(String text, int most) {
      boolean digits = text.matches("[0-9]|[1-9][0-9]{1,2}");
      return digits
          ? Optional.of(Integer.valueOf(text)).filter(length -> length <= most)
          : Optional.empty();
    }

    boolean contains(Ip ip) {
      return ip.octets().length == address.octets().length
          && ip.masked(prefixLength).equals(address.masked(prefixLength));
    }

    boolean contains(Cidr other) {
      return prefixLength <= other.prefixLength && contains(other.address);
    }

    Cidr masked() {
      return new Cidr(address.masked(prefixLength), prefixLength);
    }

    @Override
    public String typeName() {
      return "net.CIDR";
    }

    @Override
    public Object equalTo(Object other) {
      return other instanceof Cidr ? (Object) equals(other) : EvaluationError.NO_SUCH_OVERLOAD;
    }

    @Override
    public String toString() {
      return address + "/" + prefixLength;
    }
  }
}
