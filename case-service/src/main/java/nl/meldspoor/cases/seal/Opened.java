package nl.meldspoor.cases.seal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import nl.meldspoor.events.PersonKind;

/**
 * What could be opened of an event. What is missing was sealed under a key that was destroyed.
 *
 * @param parts the sealed members per person kind, {@code note} and {@code deviation} among them
 * @param userName who recorded, or null when that key is gone
 * @param onBehalfOf the person an integration acted for, or null when there is none or the key is gone
 */
public record Opened(Map<PersonKind, ObjectNode> parts, String userName, String onBehalfOf) {

    public Opened {
        parts = Map.copyOf(parts);
    }
}
