package nl.meldspoor.notifications.settings;

import io.vertx.core.json.JsonObject;
import nl.meldspoor.notifications.seal.ServiceSeal;

/**
 * Where a person's mail goes, and who he is: only with his user name can it be seen whether he is the accused of a case. Stored sealed.
 *
 * @param address null when he gave none
 */
public record Contact(String address, String userName) {

    /** Sealed for this person's row. */
    public byte[] sealed(ServiceSeal seal, String personRef) {
        return seal.seal(owner(personRef), new JsonObject().put("address", address).put("userName", userName).encode());
    }

    public static Contact open(ServiceSeal seal, String personRef, byte[] sealed) {
        JsonObject contact = new JsonObject(seal.open(owner(personRef), sealed));
        return new Contact(contact.getString("address"), contact.getString("userName"));
    }

    private static String owner(String personRef) {
        return "contact|" + personRef;
    }
}
