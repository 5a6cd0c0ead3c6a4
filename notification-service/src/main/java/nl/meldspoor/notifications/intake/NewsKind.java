package nl.meldspoor.notifications.intake;

import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import java.util.List;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.notifications.routing.Notification;
import nl.meldspoor.notifications.routing.RouteFacts;

/**
 * One topic that says something of cases: how its records are kept until they are told, and who is told. Each record is told once, however
 * often it comes, and when its case is known here.
 *
 * @param <T> what a record says
 */
interface NewsKind<T> {

    /** How a log names it. */
    String name();

    /** Statement: keeps rows ($1, as {@link #row} writes them) that arrived at a moment ($2); what is kept already stays as it is. */
    String keep();

    /** Query: what was not told of these cases ($1), in the order in which it is to be told. */
    String waiting();

    /** Statement: these ($1) were told at a moment ($2). */
    String told();

    JsonArray rows(List<CaseNews<T>> news);

    CaseNews<T> read(Row row);

    /** Who must know; pure. */
    List<Notification> notifications(T says, RouteFacts facts, CaseHistory history);
}
