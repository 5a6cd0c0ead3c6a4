package nl.meldspoor.reporting.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.meldspoor.events.ClientRole;
import nl.meldspoor.events.LegalFramework;
import nl.meldspoor.events.Route;
import nl.meldspoor.events.Sector;
import nl.meldspoor.reporting.dashboard.DashboardView.Period;

/** By what figures are set apart. A unit is not among them: it is too small to hide in. */
public enum Grouping {
    QUARTER("quarter", "to_char(happened_on, 'YYYY\"-Q\"Q')", day -> day.getYear() + "-Q" + (1 + (day.getMonthValue() - 1) / 3)),
    HALF_YEAR(
            "half-year",
            "to_char(happened_on, 'YYYY') || case when extract(month from happened_on) <= 6 then '-H1' else '-H2' end",
            day -> day.getYear() + (day.getMonthValue() <= 6 ? "-H1" : "-H2")),
    YEAR("year", "to_char(happened_on, 'YYYY')", day -> Integer.toString(day.getYear())),
    ROUTE("route", "c.route", Route.values()),
    SECTOR("sector", "c.sector", Sector.values()),
    LEGAL_FRAMEWORK("legal-framework", "c.legal_framework", LegalFramework.values()),
    CLIENT_ROLE("client-role", "c.client_role", ClientRole.values());

    private final String code;
    private final String sql;
    private final Function<Period, List<String>> groups;

    Grouping(String code, String sql, Function<LocalDate, String> ofDay) {
        this.code = code;
        this.sql = sql;
        this.groups = period -> List.copyOf(new TreeSet<>(period.from()
                .datesUntil(period.to().plusDays(1))
                .filter(day -> day.equals(period.from()) || day.getDayOfMonth() == 1)
                .map(ofDay)
                .toList()));
    }

    Grouping(String code, String sql, Enum<?>[] values) {
        this.code = code;
        this.sql = sql;
        this.groups = period -> Stream.of(values).map(Enum::name).toList();
    }

    /** The name in a request. */
    public String code() {
        return code;
    }

    /** The group of a row with {@code happened_on} of {@code case_view c}. */
    String sql() {
        return sql;
    }

    /** All groups there can be in a period. */
    List<String> groups(Period period) {
        return groups.apply(period);
    }

    static Optional<Grouping> of(String code) {
        return Stream.of(values()).filter(g -> g.code.equals(code)).findFirst();
    }
}
