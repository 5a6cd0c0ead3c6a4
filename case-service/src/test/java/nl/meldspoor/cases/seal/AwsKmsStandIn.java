package nl.meldspoor.cases.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * What AWS KMS answers to Encrypt and Decrypt, over HTTPS, with keys that are real: nobody can run the service itself. Amazon's own client finds it by a file
 * that says where its regions are, and trusts its certificate by a store of its own.
 */
final class AwsKmsStandIn implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    // Amazon's client takes no names but those of its own regions
    private static final String HERE = "eu-central-1";
    private static final String AWAY = "eu-west-1";
    private static final String SILENT = "eu-west-2";
    private static final int NOBODY_LISTENS = 1;
    private static final String PASSWORD = "stand-in";

    private final HttpsServer server;
    // the system takes the connection, and nobody ever says anything
    private final ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Map<String, Aead> keys = new ConcurrentHashMap<>();
    private final List<String> properties = new ArrayList<>();
    private volatile int asked;

    /** @param folder for the file that tells Amazon's client where the region is; it is read once in a Java process */
    AwsKmsStandIn(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        AeadConfig.register();
        Path certificate = certificate(folder);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity(certificate)));
        server.createContext("/", this::answer);
        server.start();
        Path regions = folder.resolve("regions.xml");
        Files.writeString(
                regions,
                "<XML><Regions>%s%s%s</Regions></XML>"
                        .formatted(
                                region(HERE, server.getAddress().getPort()), region(AWAY, NOBODY_LISTENS), region(SILENT, silent.getLocalPort())));
        set("com.amazonaws.regions.RegionUtils.fileOverride", regions.toString());
        set("aws.accessKeyId", "stand-in");
        set("aws.secretKey", PASSWORD);
        set("javax.net.ssl.trustStore", certificate.toString());
        set("javax.net.ssl.trustStorePassword", PASSWORD);
    }

    private void set(String property, String value) {
        properties.add(property);
        System.setProperty(property, value);
    }

    private static Path certificate(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("kms.p12");
        int ended = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                        "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost", "-validity", "2",
                        "-keystore", store.toString(), "-storepass", PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(ended).as("keytool").isZero();
        return store;
    }

    private static SSLContext identity(Path certificate) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(certificate.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** The address of a key that is made when it is first used. */
    static String uri(String key) {
        return "aws-kms://arn:aws:kms:" + HERE + ":000000000000:key/" + key;
    }

    /** An address at which nobody answers. */
    static String uriOfNobody(String key) {
        return "aws-kms://arn:aws:kms:" + AWAY + ":000000000000:key/" + key;
    }

    /** An address that takes a connection and says nothing. */
    static String uriOfTheSilent(String key) {
        return "aws-kms://arn:aws:kms:" + SILENT + ":000000000000:key/" + key;
    }

    private static String region(String name, int port) {
        return """
                <Region><Name>%s</Name><Domain>localhost</Domain><Endpoint><ServiceName>kms</ServiceName>
                <Http>false</Http><Https>true</Https><Hostname>localhost:%d</Hostname></Endpoint></Region>
                """.formatted(name, port);
    }

    int asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked++;
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        String arn = body.path("KeyId").asText();
        byte[] context = body.path("EncryptionContext").toString().getBytes(StandardCharsets.UTF_8);
        var answer = JSON.createObjectNode().put("KeyId", arn);
        int status = 200;
        try {
            switch (exchange.getRequestHeaders().getFirst("X-Amz-Target")) {
                case "TrentService.Encrypt" ->
                    answer.put("CiphertextBlob", key(arn).encrypt(body.path("Plaintext").binaryValue(), context));
                case "TrentService.Decrypt" -> answer.put("Plaintext", key(arn).decrypt(body.path("CiphertextBlob").binaryValue(), context));
                default -> status = 400;
            }
        } catch (GeneralSecurityException e) {
            status = 400;
            answer = JSON.createObjectNode().put("__type", "InvalidCiphertextException");
        }
        byte[] bytes = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Aead key(String arn) throws GeneralSecurityException {
        Aead known = keys.get(arn);
        if (known == null) {
            known = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM).getPrimitive(RegistryConfiguration.get(), Aead.class);
            keys.put(arn, known);
        }
        return known;
    }

    /** From now on nobody answers. */
    @Override
    public void close() throws IOException {
        server.stop(0);
        silent.close();
        properties.forEach(System::clearProperty);
    }
}
