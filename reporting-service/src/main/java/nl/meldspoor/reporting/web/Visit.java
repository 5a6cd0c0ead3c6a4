package nl.meldspoor.reporting.web;

import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.meldspoor.http.Caller;
import nl.meldspoor.http.CurrentCaller;
import nl.meldspoor.http.Language;
import nl.meldspoor.terms.AmsterdamDay;
import nl.meldspoor.terms.BilingualText;

/**
 * Somebody looks at a page: who, in which language, where. Every template gets one, named {@code visit}, and says its words with it:
 * {@code {visit.t("Termijnen", "Deadlines")}}.
 *
 * @param caller empty on the few pages one sees without having signed in
 * @param path the address without its query
 * @param query the query as it was sent; empty when there is none
 */
public record Visit(Optional<Caller> caller, Language language, String path, String query) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu");
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMMM");
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu");
    private static final DateTimeFormatter WEEKDAY_OF_YEAR = DateTimeFormatter.ofPattern("EEEE d MMMM");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm");

    static final String LANGUAGE_COOKIE = "meldspoor-language";

    /** The visit that a request is. */
    public static Visit of(RoutingContext context) {
        var request = context.request();
        var chosen = request.getCookie(LANGUAGE_COOKIE);
        var language = chosen == null ? Language.of(request.getHeader("Accept-Language")) : Language.of(chosen.getValue());
        return new Visit(
                CurrentCaller.of(context), language, request.path(), Optional.ofNullable(request.query()).orElse(""));
    }

    /** A text in the reader's language. */
    public String t(String nl, String en) {
        return language == Language.EN ? en : nl;
    }

    public String t(BilingualText text) {
        return text.in(locale());
    }

    /** A day as one says it: "3 maart 2026". */
    public String day(LocalDate day) {
        return DAY.withLocale(locale()).format(day);
    }

    /** A day near another: with the year only when it is another year. */
    public String day(LocalDate day, LocalDate today) {
        return day.getYear() == today.getYear() ? DAY_OF_YEAR.withLocale(locale()).format(day) : day(day);
    }

    /** A day with its weekday: "dinsdag 3 maart 2026". */
    public String weekday(LocalDate day) {
        return WEEKDAY.withLocale(locale()).format(day);
    }

    /** The same near another day: with the year only when it is another year. */
    public String weekday(LocalDate day, LocalDate today) {
        return day.getYear() == today.getYear() ? WEEKDAY_OF_YEAR.withLocale(locale()).format(day) : weekday(day);
    }

    /** A moment in the Netherlands: "3 maart 2026 14:05". */
    public String moment(Instant moment) {
        return MOMENT.withLocale(locale()).format(moment.atZone(AmsterdamDay.ZONE));
    }

    /** When an entry happened: one that knows only its day is said to have happened as the day began, and then the day is told. */
    public String happened(Instant moment) {
        LocalDate day = AmsterdamDay.of(moment);
        return day.atStartOfDay(AmsterdamDay.ZONE).toInstant().equals(moment) ? day(day) : moment(moment);
    }

    /** A number with at most one decimal. */
    public String decimal(double number) {
        return oneDecimal(locale()).format(number);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    private static NumberFormat oneDecimal(Locale reader) {
        NumberFormat format = NumberFormat.getNumberInstance(reader);
        format.setMaximumFractionDigits(1);
        return format;
    }

    public Locale locale() {
        return Locale.forLanguageTag(language.tag());
    }

    /** {@code nl} or {@code en}, for {@code lang}. */
    public String tag() {
        return language.tag();
    }

    public boolean english() {
        return language == Language.EN;
    }

    public boolean signedIn() {
        return caller.isPresent();
    }

    /** The places this visitor may go, in order. */
    public List<Place> places() {
        return caller.map(Place::of).orElse(List.of());
    }

    /** The place this page belongs to, if it is one of the navigation. */
    public boolean isAt(Place place) {
        return place.path().equals("/") ? path.equals("/") : path.equals(place.path()) || path.startsWith(place.path() + "/");
    }

    public String userName() {
        return caller.map(Caller::userName).orElse("");
    }

    /** What the visitor is, in words: "Bestuurder, Meldteam". */
    public String roles() {
        return caller.map(c -> String.join(", ", c.roles().stream().map(r -> t(RoleNames.of(r))).toList())).orElse("");
    }

    public String organisation() {
        return caller.flatMap(Caller::organisation)
                .or(() -> caller.flatMap(Caller::region).map(r -> "Veilig Thuis " + r))
                .orElse("");
    }

    /** This page in the other language, and back to where one is. */
    public String otherLanguageHref() {
        var here = query.isEmpty() ? path : path + "?" + query;
        return "/language/" + (english() ? "nl" : "en") + "?back=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
    }
}
