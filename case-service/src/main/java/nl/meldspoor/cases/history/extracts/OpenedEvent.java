package nl.meldspoor.cases.history.extracts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.meldspoor.events.RecordedEvent;

/**
 * An event with as much of its content as the extract may show.
 *
 * @param data facts and opened members together, as {@code EventJson.merge} gives them
 * @param roles realm roles of who recorded it; user names do not come into an extract
 */
public record OpenedEvent(RecordedEvent event, ObjectNode data, List<String> roles) {

    public OpenedEvent {
        roles = List.copyOf(roles);
    }
}
