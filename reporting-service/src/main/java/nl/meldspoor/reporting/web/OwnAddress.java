package nl.meldspoor.reporting.web;

import java.net.URI;

/** Only a path of ours: an address that was given along must not lead elsewhere. */
public final class OwnAddress {

    private static final String START = "/";
    private static final String PATH = "/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,2000}";

    private OwnAddress() {}

    /** The address, or the start page when it is none of ours. */
    public static String of(String given) {
        if (given == null || !given.matches(PATH)) {
            return START;
        }
        try {
            var address = URI.create(given);
            return address.getHost() == null && address.getScheme() == null ? given : START;
        } catch (IllegalArgumentException e) {
            return START;
        }
    }
}
