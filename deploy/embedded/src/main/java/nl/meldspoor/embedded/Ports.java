package nl.meldspoor.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on the loopback address. */
public final class Ports {

    private static final int LOWEST = 20_000;

    /** As Linux has it when nobody changed it. */
    private static final int HANDED_OUT_FROM = 32_768;

    private static final int ATTEMPTS = 100;

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /**
     * A port that is free at this moment, never the same twice, and none of those that the system hands out by itself: else somebody else
     * could be given it before it is used, or while who uses it starts anew.
     */
    public static int free() {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST, HANDED_OUT_FROM);
            if (!GIVEN.add(port)) {
                continue;
            }
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                // taken: another one
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("expected a free port from " + LOWEST + " on, but " + ATTEMPTS + " were taken");
    }

    /** Whether somebody listens there. */
    public static boolean taken(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
