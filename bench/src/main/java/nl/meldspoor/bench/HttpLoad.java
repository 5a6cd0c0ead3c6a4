package nl.meldspoor.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Sends HTTP/1.1 requests over so many connections from one thread, each connection again as soon as it is answered, or at a rate. It
 * knows no more of HTTP than status and length of an answer, so that it costs little: it runs on the machine that is measured.
 */
final class HttpLoad {

    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHUNKED = "transfer-encoding: chunked".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 512 * 1024;

    /**
     * What came of it.
     *
     * @param nanos of every answer, in the order of the answers
     * @param other answers with another status than expected; the first of them as text
     */
    record Result(long[] nanos, Duration took, int other, String firstOther) {

        double perSecond() {
            return nanos.length / (took.toNanos() / 1e9);
        }

        /** Fails when not every answer was the expected one. */
        Result sound() {
            if (other > 0) {
                throw new IllegalStateException(other + " answers were not as expected; the first: " + firstOther);
            }
            return this;
        }
    }

    private final InetSocketAddress address;
    private final int connections;
    private final Supplier<byte[]> requests;
    private final int expected;
    private final double perSecond;
    private java.util.function.Consumer<String> heads;

    private long[] nanos = new long[1 << 16];
    private int answered;
    private int sent;
    private int other;
    private String firstOther = "";

    /**
     * @param requests whole requests, head and body
     * @param expected status of every answer
     * @param perSecond at which rate, 0 for as fast as answers come
     */
    HttpLoad(URI service, int connections, Supplier<byte[]> requests, int expected, double perSecond) {
        this.address = new InetSocketAddress(service.getHost(), service.getPort());
        this.connections = connections;
        this.requests = requests;
        this.expected = expected;
        this.perSecond = perSecond;
    }

    /** Tells the head of every answer. */
    HttpLoad telling(java.util.function.Consumer<String> consumer) {
        heads = consumer;
        return this;
    }

    /** A request with a token and, unless it is empty, a JSON body. */
    static byte[] request(String method, String path, String token, String body, String... headers) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ")
                .append(token).append("\r\n");
        for (var header : headers) {
            head.append(header).append("\r\n");
        }
        if (bytes.length > 0) {
            head.append("Content-Type: application/json\r\nContent-Length: ").append(bytes.length).append("\r\n");
        }
        var first = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
        var whole = Arrays.copyOf(first, first.length + bytes.length);
        System.arraycopy(bytes, 0, whole, first.length, bytes.length);
        return whole;
    }

    /** Sends for so long; what is on its way then is awaited. */
    Result run(Duration duration) {
        return run(duration, Integer.MAX_VALUE);
    }

    /** Sends for so long, at most so many. */
    Result run(Duration duration, int most) {
        var start = System.nanoTime();
        try (var selector = Selector.open()) {
            Deque<Connection> idle = new ArrayDeque<>();
            for (var i = 0; i < connections; i++) {
                idle.add(new Connection(selector));
            }
            var until = start + duration.toNanos();
            var open = 0;
            while (true) {
                var now = System.nanoTime();
                while (!idle.isEmpty() && now < until && sent < most && isDue(now - start)) {
                    idle.poll().send(now);
                    sent++;
                    open++;
                }
                if (open == 0 && (now >= until || sent >= most)) {
                    break;
                }
                var wait = perSecond > 0 && !idle.isEmpty() && now < until ? 1 : 50;
                selector.select(wait);
                var keys = selector.selectedKeys().iterator();
                while (keys.hasNext()) {
                    var key = keys.next();
                    keys.remove();
                    var connection = (Connection) key.attachment();
                    if (connection.advance()) {
                        idle.add(connection);
                        open--;
                    }
                }
            }
            for (var connection : idle) {
                connection.channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Result(Arrays.copyOf(nanos, answered), Duration.ofNanos(System.nanoTime() - start), other, firstOther);
    }

    private boolean isDue(long sinceStart) {
        return perSecond <= 0 || sent < sinceStart / 1e9 * perSecond;
    }

    private final class Connection {

        private final SocketChannel channel;
        private final SelectionKey key;
        private final ByteBuffer in = ByteBuffer.allocate(BUFFER);
        private ByteBuffer out;
        private long sentAt;

        Connection(Selector selector) throws IOException {
            channel = SocketChannel.open(address);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            key = channel.register(selector, 0, this);
        }

        void send(long now) throws IOException {
            sentAt = now;
            in.clear();
            out = ByteBuffer.wrap(requests.get());
            channel.write(out);
            key.interestOps(out.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        }

        /** True when the answer is whole. */
        boolean advance() throws IOException {
            if (out.hasRemaining()) {
                channel.write(out);
                key.interestOps(out.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
                return false;
            }
            if (channel.read(in) < 0) {
                throw new IOException("the service closed a connection before it answered");
            }
            if (!isWhole()) {
                return false;
            }
            if (answered == nanos.length) {
                nanos = Arrays.copyOf(nanos, answered * 2);
            }
            nanos[answered++] = System.nanoTime() - sentAt;
            var status = (in.get(9) - '0') * 100 + (in.get(10) - '0') * 10 + (in.get(11) - '0');
            if (status != expected) {
                if (other++ == 0) {
                    firstOther = new String(in.array(), 0, Math.min(in.position(), 2_000), StandardCharsets.UTF_8);
                }
            }
            if (heads != null) {
                heads.accept(new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1));
            }
            key.interestOps(0);
            return true;
        }

        private boolean isWhole() {
            var bytes = in.array();
            var end = in.position();
            for (var i = 0; i + 3 < end; i++) {
                if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                    return has(bytes, i, CHUNKED)
                            ? Arrays.equals(bytes, Math.max(end - LAST_CHUNK.length, 0), end, LAST_CHUNK, 0, LAST_CHUNK.length)
                            : end >= i + 4 + length(bytes, i);
                }
            }
            return false;
        }

        private static int length(byte[] bytes, int headEnd) {
            for (var i = 0; i < headEnd; i++) {
                if (bytes[i] == '\n' && matches(bytes, i + 1, LENGTH)) {
                    var at = i + 1 + LENGTH.length;
                    var length = 0;
                    while (bytes[at] == ' ') {
                        at++;
                    }
                    while (bytes[at] >= '0' && bytes[at] <= '9') {
                        length = length * 10 + bytes[at++] - '0';
                    }
                    return length;
                }
            }
            return 0;
        }

        private static boolean has(byte[] bytes, int headEnd, byte[] field) {
            for (var i = 0; i < headEnd; i++) {
                if (bytes[i] == '\n' && matches(bytes, i + 1, field)) {
                    return true;
                }
            }
            return false;
        }

        /** Whether this header field stands there, in whatever case. */
        private static boolean matches(byte[] bytes, int at, byte[] field) {
            for (var i = 0; i < field.length; i++) {
                if (at + i >= bytes.length || (bytes[at + i] | 0x20) != field[i] && bytes[at + i] != field[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
