package nl.meldspoor.events.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;

/** The canonical text is the one the reference implementation of RFC 8785 writes. */
class CanonicalJsonProperties {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Property(tries = 500)
    void isWhatTheReferenceImplementationWrites(@ForAll("objects") JsonNode object) throws IOException {
        assertThat(CanonicalJson.of(object)).isEqualTo(new JsonCanonicalizer(object.toString()).getEncodedString());
    }

    @Provide
    Arbitrary<JsonNode> objects() {
        return object(3);
    }

    private static Arbitrary<JsonNode> object(int levels) {
        return Arbitraries.maps(text(), value(levels)).ofMaxSize(6).map(members -> JSON.objectNode().setAll(members));
    }

    private static Arbitrary<JsonNode> value(int levels) {
        var leaf = Arbitraries.<JsonNode>oneOf(
                text().map(JSON::textNode),
                Arbitraries.longs().map(JSON::numberNode),
                Arbitraries.integers().between(-1_000, 1_000).map(JSON::numberNode),
                Arbitraries.doubles().map(JSON::numberNode),
                Arbitraries.bigIntegers().between(BigInteger.TEN.pow(30).negate(), BigInteger.TEN.pow(30)).map(JSON::numberNode),
                Arbitraries.of(true, false).map(JSON::booleanNode),
                Arbitraries.just(JSON.nullNode()));
        if (levels == 0) {
            return leaf;
        }
        Arbitrary<JsonNode> array = value(levels - 1).list().ofMaxSize(4).map(elements -> JSON.arrayNode().addAll(List.copyOf(elements)));
        return Arbitraries.oneOf(leaf, array, object(levels - 1));
    }

    /** Whole Unicode text: control characters, quotes, beyond the basic plane. */
    private static Arbitrary<String> text() {
        var odd = Arbitraries.of("\u0000", "\u001f", "\b", "\f", "\n", "\r", "\t", "\"", "\\", "/", "é", "\u2028", "\uFB33", "😀", "\uE000", "x");
        return odd.list().ofMaxSize(8).map(parts -> String.join("", parts));
    }
}
