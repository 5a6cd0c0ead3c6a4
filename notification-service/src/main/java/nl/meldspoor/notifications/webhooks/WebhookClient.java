package nl.meldspoor.notifications.webhooks;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * One POST, bounded in time, in what is read of the answer and in where it goes: to the address that was judged, whatever DNS says by
 * now, and nowhere else, because redirects are not followed. What a subscriber answers beyond its status is not kept.
 */
@ApplicationScoped
class WebhookClient {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_BYTES = 64 * 1024;
    private static final long ANSWER_BODY_MILLIS = 2_000;

    /** How it went. */
    sealed interface Outcome {
        /** It answered. */
        record Answered(int status, Optional<Duration> retryAfter) implements Outcome {}

        /** @param code for the delivery log */
        record NoAnswer(String code) implements Outcome {}
    }

    private final Vertx vertx;
    private final HttpClient client;
    private final long answerWithinMillis;

    WebhookClient(
            Vertx vertx,
            @ConfigProperty(name = "meldspoor.webhooks.answer-within-millis", defaultValue = "15000") long answerWithinMillis) {
        this.vertx = vertx;
        this.answerWithinMillis = answerWithinMillis;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setKeepAlive(false)
                .setMaxPoolSize(200)
                .setVerifyHost(true)
                .setMaxHeaderSize(16 * 1024));
    }

    /** Blocks until there is an answer, at most as long as is configured. */
    Outcome post(WebhookAddress.Judgement.Allowed to, Map<String, String> headers, String body) {
        boolean tls = to.url().getScheme().equalsIgnoreCase("https");
        int port = to.url().getPort() > 0 ? to.url().getPort() : tls ? 443 : 80;
        String path = Optional.ofNullable(to.url().getRawPath()).filter(p -> !p.isEmpty()).orElse("/");
        String query = to.url().getRawQuery() == null ? "" : "?" + to.url().getRawQuery();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(to.address(), port)))
                .setHost(WebhookAddress.host(to.url()))
                .setPort(port)
                .setSsl(tls)
                .setURI(path + query)
                .setFollowRedirects(false);
        headers.forEach(options::putHeader);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(answerWithinMillis);
        HttpClientRequest request = null;
        try {
            request = await(client.request(options), deadline);
            HttpClientResponse response = await(request.send(Buffer.buffer(body)).map(this::drain), deadline);
            return new Outcome.Answered(response.statusCode(), retryAfter(response.getHeader("Retry-After")));
        } catch (TimeoutException e) {
            if (request != null) {
                request.reset();
            }
            return new Outcome.NoAnswer("TIMEOUT");
        } catch (ExecutionException e) {
            return new Outcome.NoAnswer(tls && e.getCause() instanceof javax.net.ssl.SSLException ? "TLS" : "CONNECTION");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.NoAnswer("STOPPED");
        }
    }

    /** Lets the subscriber finish what it says, up to a bound; nothing of it is used. */
    private HttpClientResponse drain(HttpClientResponse response) {
        long[] read = new long[1];
        long patience = vertx.setTimer(ANSWER_BODY_MILLIS, t -> response.request().reset());
        response.handler(part -> {
            read[0] += part.length();
            if (read[0] > ANSWER_BYTES) {
                response.request().reset();
            }
        });
        response.endHandler(end -> vertx.cancelTimer(patience));
        response.exceptionHandler(broken -> vertx.cancelTimer(patience));
        return response;
    }

    private static <T> T await(Future<T> future, long deadline) throws ExecutionException, TimeoutException, InterruptedException {
        return future.toCompletionStage()
                .toCompletableFuture()
                .get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    /** In seconds or as a date (RFC 9110). */
    private static Optional<Duration> retryAfter(String header) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.ofSeconds(Long.parseLong(header.strip())));
        } catch (NumberFormatException e) {
            try {
                Instant at = Instant.from(java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.parse(header.strip()));
                return Optional.of(Duration.between(Instant.now(), at));
            } catch (java.time.DateTimeException unreadable) {
                return Optional.empty();
            }
        }
    }
}
