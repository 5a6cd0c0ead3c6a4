package nl.meldspoor.verifier;

/**
 * One thing that does not hold.
 *
 * @param sequence of the event it was found at, or null when it is about the whole
 */
record Finding(Code code, Long sequence) {

    static Finding at(Code code, long sequence) {
        return new Finding(code, sequence);
    }

    static Finding of(Code code) {
        return new Finding(code, null);
    }

    Told told() {
        return sequence == null
                ? code.told
                : new Told("gebeurtenis " + sequence + ": " + code.told.nl(), "event " + sequence + ": " + code.told.en());
    }

    /** What can be wrong. */
    enum Code {
        NO_EVENTS("er staat geen enkele gebeurtenis in het bewijs", "the proof holds no event"),
        LENGTH_DIFFERS(
                "het opgegeven aantal gebeurtenissen klopt niet met wat er staat: er is iets weggelaten of toegevoegd",
                "the stated length is not the number of events: something was left out or added"),
        STATED_HEAD_DIFFERS(
                "de opgegeven kop is niet de hash van de laatste gebeurtenis",
                "the stated head is not the hash of the last event"),
        FIRST_FOLLOWS_ANOTHER(
                "de eerste gebeurtenis verwijst naar een eerdere: het begin ontbreekt",
                "the first event follows another one: the beginning is missing"),
        EVENT_MISSING("hiervoor ontbreekt een gebeurtenis", "an event is missing before this one"),
        EVENT_TWICE("staat er twee keer", "is there twice"),
        OUT_OF_ORDER("staat niet op zijn plaats", "is not in its place"),
        TEXT_CHANGED(
                "de tekst past niet bij de hash: er is na het vastleggen iets aan veranderd",
                "the text does not fit the hash: something was changed after it was recorded"),
        LINK_BROKEN(
                "volgt niet op de gebeurtenis ervoor: de vorige hash is een andere",
                "does not follow the event before it: the previous hash is another one"),
        NUMBER_DIFFERS(
                "de tekst is van een gebeurtenis met een ander volgnummer: gebeurtenissen zijn verwisseld",
                "the text is of an event with another number: events were swapped"),
        OTHER_CASE("hoort bij een andere casus", "is of another case"),
        OTHER_ORGANISATION("hoort bij een andere organisatie", "is of another organisation"),
        TIME_WENT_BACK(
                "is volgens de tekst eerder vastgelegd dan de gebeurtenis ervoor",
                "was recorded earlier than the event before it, as its text says"),
        NOT_AN_OPENING("de casus begint niet met het openen ervan", "the case does not begin with its opening"),
        NOT_CANONICAL("de tekst is geen canonieke JSON (RFC 8785)", "the text is not canonical JSON (RFC 8785)"),
        HEAD_NOT_IN_CHAIN(
                "de hash die u bewaarde komt in deze keten niet voor: de casus is daarna ingekort of herschreven",
                "the hash you kept does not occur in this chain: the case was truncated or rewritten since"),
        NO_LOG(
                "het bewijs bevat geen ondertekend controlepunt",
                "the proof holds no signed checkpoint"),
        NOT_A_CHECKPOINT("het controlepunt is onleesbaar", "the checkpoint cannot be read"),
        NOT_SIGNED_BY_KEY(
                "het controlepunt is niet ondertekend met deze sleutel",
                "the checkpoint is not signed by this key"),
        NOT_IN_TREE(
                "staat volgens het bijgevoegde bewijs niet in het logboek van het controlepunt",
                "is not in the log of the checkpoint, by the proof that goes with it"),
        KEPT_NOT_SIGNED_BY_KEY(
                "het controlepunt dat u bewaarde is niet ondertekend met deze sleutel",
                "the checkpoint you kept is not signed by this key"),
        OTHER_LOG("het controlepunt dat u bewaarde is van een ander logboek", "the checkpoint you kept is of another log"),
        NOT_SHOWN_TO_CONTINUE(
                "het bewijs laat niet zien dat het logboek verdergaat op het controlepunt dat u bewaarde; vraag het op met ?from= en de grootte daarvan",
                "the proof does not show that the log goes on from the checkpoint you kept; ask for it with ?from= and its size"),
        OLDER_THAN_KEPT(
                "het bewijs is ouder dan het controlepunt dat u bewaarde; vraag een nieuw bewijs op",
                "the proof is older than the checkpoint you kept; ask for a new one"),
        LOG_REWRITTEN(
                "het logboek gaat niet verder op het controlepunt dat u bewaarde: er is iets in veranderd of uit verdwenen",
                "the log does not go on from the checkpoint you kept: something in it was changed or has gone");

        private final Told told;

        Code(String nl, String en) {
            this.told = new Told(nl, en);
        }
    }
}
