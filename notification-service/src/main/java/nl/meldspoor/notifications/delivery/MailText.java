package nl.meldspoor.notifications.delivery;

/**
 * What a mail says: that something waits, where, and where to choose how to hear. Nothing about what, whom or how many: a mailbox is read
 * on telephones, by assistants and by whoever stands behind.
 */
record MailText(String subject, String text, String html) {

    private static final String HTML =
            """
            <!DOCTYPE html>
            <html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
            <body><p>%s</p><p><a href="%s">%s</a></p><p>%s <a href="%s">%s</a>.</p></body></html>
            """;

    /**
     * Where the pages are that a mail leads to.
     *
     * @param pages ours, never typed by anybody; with or without a slash at its end
     */
    record Links(String inbox, String settings) {
        static Links at(String pages) {
            String inbox = pages + (pages.endsWith("/") ? "" : "/") + "inbox";
            return new Links(inbox, inbox + "/settings");
        }
    }

    static MailText of(String language, boolean urgent, Links links) {
        return language.equals("en")
                ? text(
                        "en",
                        urgent ? "Urgent: something waits for you in Meldspoor" : "Something waits for you in Meldspoor",
                        urgent ? "Something that cannot wait is ready for you in Meldspoor." : "Something is ready for you in Meldspoor.",
                        "Sign in to read it",
                        "This message says nothing about what it is, on purpose. How you hear from us, or that you want no mail, you choose in",
                        "your settings",
                        links)
                : text(
                        "nl",
                        urgent ? "Dringend: er wacht iets op u in Meldspoor" : "Er wacht iets op u in Meldspoor",
                        urgent ? "In Meldspoor staat iets voor u klaar dat niet kan wachten." : "In Meldspoor staat iets voor u klaar.",
                        "Meld u aan om het te lezen",
                        "Dit bericht zegt met opzet niet waar het over gaat. Hoe u van ons hoort, of dat u geen mail wilt, kiest u bij",
                        "uw instellingen",
                        links);
    }

    private static MailText text(
            String language, String subject, String says, String readIt, String why, String settings, Links links) {
        return new MailText(
                subject,
                says + "\n\n" + readIt + ": " + links.inbox() + "\n\n" + why + " " + settings + ": " + links.settings() + "\n",
                HTML.formatted(language, subject, says, links.inbox(), readIt, why, links.settings(), settings));
    }
}
