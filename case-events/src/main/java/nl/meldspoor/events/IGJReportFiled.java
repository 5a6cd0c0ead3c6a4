package nl.meldspoor.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A report to the inspectorate (Wkkgz art. 11), in a Wmo case to the municipal supervisor. */
public record IGJReportFiled(
        @HappenedAt Instant filedAt,
        IGJCategory category,
        IGJAuthority authority,
        @MayBeAbsent @Sealed(PersonKind.STAFF) String reference,
        @Sealed(PersonKind.STAFF) Person filedBy,
        @MayBeAbsent LocalDate eventOn,
        @MayBeAbsent @Code String establishmentNumber,
        @MayBeAbsent Boolean bigRegistered,
        @MayBeAbsent @Sealed(PersonKind.CLIENT) List<IGJAction> actions,
        @MayBeAbsent Boolean prosecutor,
        @Sealed(PersonKind.ACCUSED) String content,
        @MayBeAbsent @Sealed(PersonKind.STAFF) Confirmation confirmation,
        @Derived Boolean confirmed)
        implements CaseEvent {}
