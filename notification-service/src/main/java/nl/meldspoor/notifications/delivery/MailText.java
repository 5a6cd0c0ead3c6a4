package nl.meldspoor.notifications.delivery;

/**
 * What a mail says: that something waits, and where. Nothing about what, whom or how many: a mailbox is read on telephones, by assistants
 * and by whoever stands behind.
 */
record MailText(String subject, String text, String html) {

    private static final String HTML =
            """
            <!DOCTYPE html>
            <html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
            <body><p>%s</p><p><a href="%s">%s</a></p><p>%s</p></body></html>
            """;

    /** @param link where the inbox is; ours, never typed by anybody */
    static MailText of(String language, boolean urgent, String link) {
        return language.equals("en")
                ? text(
                        "en",
                        urgent ? "Urgent: something waits for you in Meldspoor" : "Something waits for you in Meldspoor",
                        urgent ? "Something that cannot wait is ready for you in Meldspoor." : "Something is ready for you in Meldspoor.",
                        "Sign in to read it",
                        "This message says nothing about what it is, on purpose. In your settings you choose how you hear from us.",
                        link)
                : text(
                        "nl",
                        urgent ? "Dringend: er wacht iets op u in Meldspoor" : "Er wacht iets op u in Meldspoor",
                        urgent ? "In Meldspoor staat iets voor u klaar dat niet kan wachten." : "In Meldspoor staat iets voor u klaar.",
                        "Meld u aan om het te lezen",
                        "Dit bericht zegt met opzet niet waar het over gaat. Bij uw instellingen kiest u hoe u van ons hoort.",
                        link);
    }

    private static MailText text(String language, String subject, String says, String readIt, String why, String link) {
        return new MailText(
                subject,
                says + "\n\n" + readIt + ": " + link + "\n\n" + why + "\n",
                HTML.formatted(language, subject, says, link, readIt, why));
    }
}
