package nl.meldspoor.cases.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import nl.meldspoor.cases.store.CasesDatabase;
import nl.meldspoor.terms.RecordKind;

/** How many years an organisation keeps each kind of record: as it set them, else the defaults. */
@ApplicationScoped
public class RetentionYears {

    private static final String SET = "select kind, years from retention_setting where organisation = $1";

    private static final String KEEP =
            """
            insert into retention_setting (organisation, kind, years, changed_at, changed_by_ref)
            select $1::text, s.kind, s.years, clock_timestamp(), $4::text
            from unnest($2::text[], $3::integer[]) as s(kind, years)
            order by s.kind
            on conflict (organisation, kind) do update
            set years = excluded.years, changed_at = excluded.changed_at, changed_by_ref = excluded.changed_by_ref
            """;

    @Inject
    CasesDatabase database;

    /** Of every kind. */
    public Map<RecordKind, Integer> of(String organisation) {
        Map<RecordKind, Integer> years = new EnumMap<>(RecordKind.class);
        for (RecordKind kind : RecordKind.values()) {
            years.put(kind, kind.defaultYears());
        }
        database.query(SET, organisation).forEach(row -> years.put(RecordKind.valueOf(row.getString("kind")), row.getInteger("years")));
        return years;
    }

    /** Sets them; those not given stay. */
    public void set(String organisation, Map<RecordKind, Integer> years, String byRef) {
        RecordKind[] kinds = years.keySet().toArray(RecordKind[]::new);
        database.query(
                KEEP,
                organisation,
                Arrays.stream(kinds).map(Enum::name).toArray(String[]::new),
                Arrays.stream(kinds).map(years::get).toArray(Integer[]::new),
                byRef);
    }
}
