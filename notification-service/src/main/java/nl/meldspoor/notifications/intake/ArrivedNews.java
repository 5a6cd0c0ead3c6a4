package nl.meldspoor.notifications.intake;

import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record of a topic that says something of cases.
 *
 * @param news what it says, empty when it cannot be read
 */
record ArrivedNews<T>(Optional<CaseNews<T>> news, ArrivedRecord.Raw raw) {

    /**
     * Never throws on what a record holds.
     *
     * @param read throws when it is no record of that topic
     */
    static <T> ArrivedNews<T> of(ConsumerRecord<byte[], byte[]> record, Function<ArrivedRecord.Raw, CaseNews<T>> read) {
        ArrivedRecord.Raw raw = ArrivedRecord.Raw.of(record);
        try {
            return new ArrivedNews<>(Optional.of(read.apply(raw)), raw);
        } catch (RuntimeException e) {
            // What is wrong with it is not logged: the message of a parser may quote it.
            return new ArrivedNews<>(Optional.empty(), raw);
        }
    }

    /** The same, put aside as one that cannot be read. */
    ArrivedNews<T> aside() {
        return new ArrivedNews<>(Optional.empty(), raw);
    }
}
