package nl.meldspoor.notifications;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real SMTP server that can be started and stopped; always on the port the service was told. */
public final class MailServer implements AutoCloseable {

    /** Through a system property, because test and test resource are loaded by different class loaders. */
    private static final String PORT = "nl.meldspoor.notifications.mail-port";

    private GreenMail server;
    private ServerSocket silent;
    private Thread accepting;
    private final List<Socket> hanging = new CopyOnWriteArrayList<>();

    public static synchronized int port() {
        String known = System.getProperty(PORT);
        if (known == null) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                known = Integer.toString(free.getLocalPort());
            } catch (IOException e) {
                throw new IllegalStateException("no free port", e);
            }
            System.setProperty(PORT, known);
        }
        return Integer.parseInt(known);
    }

    public MailServer start() {
        ServerSetup setup = new ServerSetup(port(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(30_000);
        server = new GreenMail(setup);
        server.start();
        return this;
    }

    /** Takes connections and never says a word. */
    public MailServer hang() {
        try {
            ServerSocket listening = new ServerSocket(port(), 100, InetAddress.getByName("127.0.0.1"));
            silent = listening;
            accepting = Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        hanging.add(listening.accept());
                    }
                } catch (IOException e) {
                    // it listens no more
                }
            });
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many wait for its first word. */
    public int hanging() {
        return hanging.size();
    }

    /** Takes no more connections; those there are stay as they are. */
    public MailServer stopListening() {
        try {
            silent.close();
            accepting.join();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** What was received for that address since it was started. */
    public List<MimeMessage> receivedBy(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isTo(message, address))
                .toList();
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return message.getAllRecipients()[0].toString().equals(address);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
        }
        try {
            if (silent != null) {
                silent.close();
            }
            for (Socket socket : hanging) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
