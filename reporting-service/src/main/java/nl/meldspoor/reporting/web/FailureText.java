package nl.meldspoor.reporting.web;

/**
 * What a failure means for who looks.
 *
 * @param icon the name of an icon in {@code icons.svg}
 * @param again whether trying the same again may help
 */
record FailureText(String icon, String title, String detail, boolean again) {

    static FailureText of(Visit visit, int status) {
        return switch (status) {
            case 400 -> new FailureText(
                    "question",
                    visit.t("Dit adres klopt niet helemaal", "This address is not quite right"),
                    visit.t(
                            "Er staat iets in het adres dat deze pagina niet kent. Dat kan gebeuren bij een oude of met de hand aangepaste link.",
                            "Something in the address is unknown to this page. That can happen with an old link, or one changed by hand."),
                    false);
            case 401 -> new FailureText(
                    "lock",
                    visit.t("U bent niet meer aangemeld", "You are no longer signed in"),
                    visit.t("Meld u opnieuw aan; u komt terug waar u was.", "Sign in again; you will come back to where you were."),
                    true);
            case 403 -> new FailureText(
                    "lock",
                    visit.t("Deze pagina is niet voor uw rol", "This page is not for your role"),
                    visit.t(
                            "Wat hier staat is alleen voor mensen die het voor hun werk nodig hebben. Klopt uw rol niet? Vraag de beheerder van uw organisatie.",
                            "What is here is only for people who need it for their work. Is your role not right? Ask the administrator of your organisation."),
                    false);
            case 404, 405 -> new FailureText(
                    "question",
                    visit.t("Hier is niets, of het is niet voor u", "There is nothing here, or it is not for you"),
                    visit.t(
                            "De pagina of casus bestaat niet, of u mag haar niet zien. Welke van de twee zeggen wij met opzet niet.",
                            "The page or case does not exist, or you may not see it. Which of the two we do not say, on purpose."),
                    false);
            case 503 -> new FailureText(
                    "pause",
                    visit.t("Dit lukt nu even niet", "This does not work right now"),
                    visit.t(
                            "Een deel van Meldspoor antwoordt op dit moment niet. Er is niets verloren gegaan. Probeer het over een minuut opnieuw.",
                            "A part of Meldspoor does not answer at this moment. Nothing was lost. Try again in a minute."),
                    true);
            default -> status >= 500
                    ? new FailureText(
                            "pause",
                            visit.t("Er ging bij ons iets mis", "Something went wrong on our side"),
                            visit.t(
                                    "Er is niets verloren gegaan. Probeer het opnieuw; blijft het misgaan, noem dan het kenmerk hieronder.",
                                    "Nothing was lost. Try again; if it goes on, mention the reference below."),
                            true)
                    : new FailureText(
                            "question",
                            visit.t("Dit kon niet", "This was not possible"),
                            visit.t("Ga terug en probeer het op een andere manier.", "Go back and try it another way."),
                            false);
        };
    }
}
