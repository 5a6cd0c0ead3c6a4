package nl.meldspoor.cases.decide.rules;

import nl.meldspoor.cases.decide.RuleClass;
import nl.meldspoor.events.ErasablePerson;
import nl.meldspoor.events.PersonErased;
import nl.meldspoor.events.Qualification;
import nl.meldspoor.events.history.CaseHistory;
import nl.meldspoor.events.history.Happened;

/** ERA-5: of an accused the data go alone only when every judgement says that the suspicion was unfounded. */
public final class OnlyTheWronglyAccusedIsErased extends EntryRule<PersonErased> {

    public OnlyTheWronglyAccusedIsErased() {
        super(
                PersonErased.class,
                "ERA-5",
                1,
                RuleClass.F,
                "De gegevens van een beschuldigde worden alleen apart gewist als het vermoeden ongegrond is bevonden.",
                "The data of an accused are erased on their own only when the suspicion was judged unfounded.",
                "AVG art. 17 lid 1 onder a en d, art. 10; Leidraad (002), stap 6: 'degene die onterecht als pleger is aangewezen'");
    }

    @Override
    boolean refuses(PersonErased erasure, Happened when, CaseHistory history) {
        return erasure.person() == ErasablePerson.ACCUSED
                && (history.judgements().isEmpty()
                        || history.judgements().stream().anyMatch(j -> j.data().qualification() != Qualification.UNFOUNDED));
    }
}
