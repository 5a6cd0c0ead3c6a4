package nl.meldspoor.data;

import java.util.Collection;
import org.apache.kafka.common.TopicPartition;

/** Hears which partitions this instance reads. */
public interface PartitionWatch {

    /** @param fromBeginning those of them that are read from their beginning */
    void assigned(Collection<TopicPartition> partitions, Collection<TopicPartition> fromBeginning);

    void revoked(Collection<TopicPartition> partitions);
}
