package nl.meldspoor.notifications.intake;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import nl.meldspoor.notifications.database.DatabaseFailure;
import org.jboss.logging.Logger;

/**
 * The records of one batch: taken together, and when the database itself founders on what one of them holds one by one, so that it holds up
 * neither the others nor the partition.
 */
final class Batch {

    private static final Logger LOG = Logger.getLogger(Batch.class);

    private Batch() {}

    /**
     * Takes the records, or throws when the database cannot take anything now.
     *
     * @param what how a log names them
     * @param together takes all of them or none
     * @param aside what is kept of a record that cannot be taken
     */
    static <R> void take(String what, List<R> records, Consumer<List<R>> together, UnaryOperator<R> aside) {
        if (takes(records, together)) {
            return;
        }
        for (R record : records) {
            if (!takes(List.of(record), together)) {
                LOG.errorf("record put aside what=%s", what);
                together.accept(List.of(aside.apply(record)));
            }
        }
    }

    /** False when there is something wrong with what they hold. */
    private static <R> boolean takes(List<R> records, Consumer<List<R>> together) {
        try {
            together.accept(records);
            return true;
        } catch (RuntimeException e) {
            if (DatabaseFailure.passes(e)) {
                throw e;
            }
            LOG.warnf("records not taken together count=%d failure=%s", records.size(), e.getClass().getName());
            return false;
        }
    }
}
