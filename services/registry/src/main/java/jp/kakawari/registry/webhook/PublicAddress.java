package jp.kakawari.registry.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Which addresses are unicast of the public internet, by the special-purpose registries of IANA (RFC 6890). */
final class PublicAddress {

    private static final List<Block> NOT_PUBLIC = List.of(
            Block.of("0.0.0.0", 8),
            Block.of("10.0.0.0", 8),
            Block.of("100.64.0.0", 10),
            Block.of("127.0.0.0", 8),
            Block.of("169.254.0.0", 16),
            Block.of("172.16.0.0", 12),
            Block.of("192.0.0.0", 24),
            Block.of("192.0.2.0", 24),
            Block.of("192.88.99.0", 24),
            Block.of("192.168.0.0", 16),
            Block.of("198.18.0.0", 15),
            Block.of("198.51.100.0", 24),
            Block.of("203.0.113.0", 24),
            Block.of("224.0.0.0", 4),
            Block.of("240.0.0.0", 4),
            Block.of("2001::", 23),
            Block.of("2001:db8::", 32),
            Block.of("2002::", 16),
            Block.of("3fff::", 20));
    private static final Block GLOBAL_UNICAST = Block.of("2000::", 3);

    private PublicAddress() {}

    /** An IPv4 address within an IPv6 one counts as that. */
    static boolean is(InetAddress address) {
        boolean inSpace =
                address instanceof Inet4Address || address instanceof Inet6Address && GLOBAL_UNICAST.contains(address);
        return inSpace && NOT_PUBLIC.stream().noneMatch(block -> block.contains(address));
    }

    private record Block(byte[] start, int bits) {

        static Block of(String start, int bits) {
            try {
                return new Block(InetAddress.getByName(start).getAddress(), bits);
            } catch (UnknownHostException impossible) {
                throw new IllegalArgumentException(start, impossible);
            }
        }

        boolean contains(InetAddress address) {
            byte[] other = address.getAddress();
            int whole = bits / 8;
            int mask = 0xFF << (8 - bits % 8) & 0xFF;
            return other.length == start.length
                    && Arrays.equals(start, 0, whole, other, 0, whole)
                    && (mask == 0 || bits % 8 == 0 || (other[whole] & mask) == (start[whole] & mask));
        }
    }
}
