package nl.meldspoor.cases.store;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands between the service and PostgreSQL and reads the protocol's messages along, so that it can cut the connection exactly where a
 * test wants it: with the request on its way, or with the commit done and the answer on its way back.
 */
public final class CuttingProxy implements AutoCloseable {

    /** Where the next execution of a statement is cut. */
    public enum Cut {
        /** The statement never reaches the server. */
        BEFORE_IT_ARRIVES,
        /** The server has committed and said so; the client never hears it. */
        AFTER_THE_COMMIT,
        /** As after the commit, and no new connection comes through from then on. */
        AFTER_THE_COMMIT_AND_STAY_AWAY
    }

    private static final byte BIND = 'B';
    private static final byte EXECUTE = 'E';
    private static final byte READY_FOR_QUERY = 'Z';

    private final ServerSocket door;
    private final int target;
    private final AtomicReference<Cut> armed = new AtomicReference<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean away;
    private volatile byte[] word = new byte[0];

    public CuttingProxy(int targetPort) throws IOException {
        this.target = targetPort;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Cuts at the next execution. */
    void arm(Cut cut) {
        arm(cut, "");
    }

    /** Cuts at the next execution that is given this word among its values. */
    public void arm(Cut cut, String word) {
        this.word = word.getBytes(StandardCharsets.UTF_8);
        armed.set(cut);
    }

    /** From now on nothing comes through, until {@link #comeBack}. */
    public void goAway() {
        away = true;
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                // it was closed already
                continue;
            }
        }
        open.clear();
    }

    /** New connections come through again. */
    public void comeBack() {
        away = false;
    }

    /** How often it has cut. */
    int cuts() {
        return cuts.get();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (away) {
                    client.close();
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                Session session = new Session(client, server);
                Thread.ofVirtual().start(session::toServer);
                Thread.ofVirtual().start(session::toClient);
            } catch (IOException e) {
                // the door was closed, or the server is down: the client sees a closed connection
                continue;
            }
        }
    }

    private final class Session {
        private final Socket client;
        private final Socket server;
        private volatile boolean cutAtReady;

        Session(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void toServer() {
            try (client;
                    server) {
                DataInputStream in = new DataInputStream(client.getInputStream());
                DataOutputStream out = new DataOutputStream(server.getOutputStream());
                // the start-up message has no type
                int length = in.readInt();
                byte[] startUp = in.readNBytes(length - 4);
                out.writeInt(length);
                out.write(startUp);
                out.flush();
                boolean meant = false;
                while (true) {
                    byte type = in.readByte();
                    byte[] body = body(in);
                    if (type == BIND) {
                        meant = holds(body, word);
                    }
                    if (type == EXECUTE && meant && armed.get() == Cut.BEFORE_IT_ARRIVES && armed.compareAndSet(Cut.BEFORE_IT_ARRIVES, null)) {
                        cuts.incrementAndGet();
                        return;
                    }
                    if (type == EXECUTE && meant && armed.get() != null) {
                        away = armed.getAndSet(null) == Cut.AFTER_THE_COMMIT_AND_STAY_AWAY;
                        cutAtReady = true;
                    }
                    write(out, type, body);
                }
            } catch (IOException e) {
                // one side went away: so does the other
                return;
            }
        }

        void toClient() {
            try (client;
                    server) {
                DataInputStream in = new DataInputStream(server.getInputStream());
                DataOutputStream out = new DataOutputStream(client.getOutputStream());
                while (true) {
                    byte type = in.readByte();
                    byte[] body = body(in);
                    if (cutAtReady && type == READY_FOR_QUERY) {
                        cuts.incrementAndGet();
                        if (away) {
                            // the other sessions of the pool would find out
                            goAway();
                        }
                        return;
                    }
                    if (!cutAtReady) {
                        write(out, type, body);
                    }
                }
            } catch (IOException e) {
                // one side went away: so does the other
                return;
            }
        }

        private static boolean holds(byte[] body, byte[] word) {
            return new String(body, StandardCharsets.ISO_8859_1).contains(new String(word, StandardCharsets.ISO_8859_1));
        }

        private static byte[] body(DataInputStream in) throws IOException {
            return in.readNBytes(in.readInt() - 4);
        }

        private static void write(DataOutputStream out, byte type, byte[] body) throws IOException {
            java.io.ByteArrayOutputStream whole = new java.io.ByteArrayOutputStream(body.length + 5);
            DataOutputStream message = new DataOutputStream(whole);
            message.writeByte(type);
            message.writeInt(body.length + 4);
            message.write(body);
            out.write(whole.toByteArray());
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
