package nl.meldspoor.notifications.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Judges where a webhook may go. Looked up at registration and at every attempt; the request goes to the very address that was judged. */
@ApplicationScoped
class WebhookAddress {

    private static final int LONGEST = 2_000;
    private static final int ANSWER_WITHIN_SECONDS = 5;

    /** What came of it. */
    sealed interface Judgement {
        /** @param address one of the host's, to connect to */
        record Allowed(URI url, InetAddress address) implements Judgement {}

        /** @param code for the delivery log */
        record Refused(String code, String detail) implements Judgement {}
    }

    private final boolean privateAllowed;
    private final boolean httpAllowed;
    private final ExecutorService lookups = Executors.newVirtualThreadPerTaskExecutor();

    WebhookAddress(
            @ConfigProperty(name = "meldspoor.webhooks.allow-private-addresses", defaultValue = "false") boolean privateAllowed,
            @ConfigProperty(name = "meldspoor.webhooks.allow-http", defaultValue = "false") boolean httpAllowed) {
        this.privateAllowed = privateAllowed;
        this.httpAllowed = httpAllowed;
    }

    /** May wait for DNS. */
    Judgement judge(String text) {
        Optional<String> wrong = wrongForm(text, httpAllowed);
        if (wrong.isPresent()) {
            return new Judgement.Refused("ADDRESS", wrong.get());
        }
        URI url = URI.create(text);
        try {
            InetAddress[] addresses = lookups.submit(() -> InetAddress.getAllByName(host(url)))
                    .get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
            // One that may not be is enough: which of them is used must not be left to chance.
            if (!privateAllowed && List.of(addresses).stream().anyMatch(address -> !PublicAddress.is(address))) {
                return new Judgement.Refused("PRIVATE_ADDRESS", "The host is not on the public internet.");
            }
            return new Judgement.Allowed(url, addresses[0]);
        } catch (ExecutionException | TimeoutException e) {
            return new Judgement.Refused("UNKNOWN_HOST", "The host is not known.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Judgement.Refused("UNKNOWN_HOST", "The host could not be looked up.");
        }
    }

    /** Pure: what is wrong with the address itself. */
    static Optional<String> wrongForm(String text, boolean httpAllowed) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            return Optional.of("An address of at most " + LONGEST + " characters is expected.");
        }
        try {
            URI url = new URI(text);
            String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("https") && !(httpAllowed && scheme.equals("http"))) {
                return Optional.of("An address that begins with https:// is expected.");
            }
            if (url.getHost() == null || url.getHost().isBlank()) {
                return Optional.of("An address with a host is expected.");
            }
            if (url.getRawUserInfo() != null) {
                return Optional.of("An address without user name and password is expected: requests are signed.");
            }
            if (url.getRawFragment() != null) {
                return Optional.of("An address without # is expected.");
            }
            return Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.of("An address is expected.");
        }
    }

    static String host(URI url) {
        String host = url.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
