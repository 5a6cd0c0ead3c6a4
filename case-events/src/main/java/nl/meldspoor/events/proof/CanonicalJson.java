package nl.meldspoor.events.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import org.erdtman.jcs.NumberToJSON;

/**
 * Writes RFC 8785 of a tree. The library reads its JSON from text first, which is most of what an append costs here; what it would write
 * is what this writes ({@code CanonicalJsonProperties}), and numbers other than whole ones are left to it.
 */
final class CanonicalJson {

    /** Up to here a double holds every whole number, and RFC 8785 writes it as it is. */
    private static final long WHOLE = 1L << 53;

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder text = new StringBuilder(1_024);

    private CanonicalJson() {}

    /** The canonical text. */
    static String of(JsonNode json) {
        CanonicalJson canonical = new CanonicalJson();
        canonical.write(json);
        return canonical.text.toString();
    }

    private void write(JsonNode node) {
        switch (node.getNodeType()) {
            case OBJECT -> object((ObjectNode) node);
            case ARRAY -> array(node);
            case STRING -> string(node.textValue());
            case NUMBER -> number(node);
            case BOOLEAN -> text.append(node.booleanValue());
            case NULL -> text.append("null");
            default -> throw new IllegalArgumentException("expected JSON, but was " + node.getNodeType());
        }
    }

    /** Members in the order of the UTF-16 code units of their names, which is that of Java. */
    private void object(ObjectNode object) {
        String[] names = new String[object.size()];
        int count = 0;
        for (var member : object.properties()) {
            names[count++] = member.getKey();
        }
        Arrays.sort(names);
        text.append('{');
        for (int i = 0; i < names.length; i++) {
            if (i > 0) {
                text.append(',');
            }
            string(names[i]);
            text.append(':');
            write(object.get(names[i]));
        }
        text.append('}');
    }

    private void array(JsonNode array) {
        text.append('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            write(array.get(i));
        }
        text.append(']');
    }

    private void number(JsonNode number) {
        if (number.isIntegralNumber() && number.canConvertToLong() && number.longValue() >= -WHOLE && number.longValue() <= WHOLE) {
            text.append(number.longValue());
            return;
        }
        try {
            text.append(NumberToJSON.serializeNumber(number.doubleValue()));
        } catch (IOException e) {
            throw new IllegalArgumentException("expected a number that RFC 8785 can write", e);
        }
    }

    private void string(String value) {
        text.append('"');
        int plain = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\' && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)) {
                continue;
            }
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                if (!Character.isHighSurrogate(c) || i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1))) {
                    throw new IllegalArgumentException("expected whole Unicode text, but there is a lone surrogate");
                }
                i++;
                continue;
            }
            text.append(value, plain, i);
            plain = i + 1;
            escape(c);
        }
        text.append(value, plain, value.length()).append('"');
    }

    private void escape(char c) {
        text.append('\\');
        switch (c) {
            case '"', '\\' -> text.append(c);
            case '\b' -> text.append('b');
            case '\f' -> text.append('f');
            case '\n' -> text.append('n');
            case '\r' -> text.append('r');
            case '\t' -> text.append('t');
            default -> text.append("u00").append(HEX[c >> 4]).append(HEX[c & 0xf]);
        }
    }
}
