package nl.meldspoor.notifications.webhooks;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Whether an address lies on the public internet. A webhook names a host of somebody's choosing: without this it could be made to knock
 * at what only this machine or network can reach. Pure.
 *
 * <p>Source: the special-purpose registries of IANA (RFC 6890 and later).
 */
final class PublicAddress {

    /** @param bits how many of its first bits count */
    private record Block(byte[] network, int bits) {
        static Block of(String cidr) {
            String[] parts = cidr.split("/");
            try {
                return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalStateException(cidr, e);
            }
        }

        boolean holds(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Block> NOT_PUBLIC = List.of(
                    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
                    "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
                    "224.0.0.0/4", "240.0.0.0/4")
            .stream()
            .map(Block::of)
            .toList();

    /** Of IPv6 only this is given out to the public; within it some blocks are not, or carry an IPv4 address of anybody's choosing. */
    private static final Block GLOBAL_UNICAST = Block.of("2000::/3");

    private static final List<Block> NOT_PUBLIC_6 =
            List.of("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20").stream().map(Block::of).toList();

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address four -> NOT_PUBLIC.stream().noneMatch(block -> block.holds(bytes));
            case Inet6Address six -> GLOBAL_UNICAST.holds(bytes) && NOT_PUBLIC_6.stream().noneMatch(block -> block.holds(bytes));
            default -> throw new IllegalArgumentException("expected IPv4 or IPv6, but were " + Arrays.toString(bytes));
        };
    }
}
