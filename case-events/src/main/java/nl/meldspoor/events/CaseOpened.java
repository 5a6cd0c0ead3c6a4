package nl.meldspoor.events;

import java.util.List;

/** A case was opened: one suspicion around one client, one route. */
public record CaseOpened(
        Route route,
        @Sealed(PersonKind.CLIENT) ClientIdentity client,
        ClientRole clientRole,
        @OnRoute(Route.MELDCODE) Framework framework,
        @OnRoute(Route.MELDCODE) @Code String profession,
        @Code String unit,
        Sector sector,
        LegalFramework legalFramework,
        @OnRoute(Route.MELDCODE) @Code String region,
        @MayBeAbsent @Sealed(PersonKind.STAFF) @UserName(ref = "excludedRefs") List<String> excludeUsers,
        @Derived List<String> excludedRefs,
        @Derived String frameworkVersion,
        @Derived Boolean clientMinor)
        implements CaseEvent {}
