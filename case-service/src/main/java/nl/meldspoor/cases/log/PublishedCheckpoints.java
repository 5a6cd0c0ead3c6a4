package nl.meldspoor.cases.log;

import java.util.Map;
import nl.meldspoor.events.proof.SignedCheckpoint;

/** Where checkpoints go, outside the database: what remembers them when the database was put back to an earlier day. */
public interface PublishedCheckpoints {

    /** The newest that was published of each log, by origin. */
    Map<String, SignedCheckpoint> newest();

    /** Returns when it is there. */
    void publish(SignedCheckpoint checkpoint);
}
