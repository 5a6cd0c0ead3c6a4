package nl.meldspoor.reporting.web.signin;

import io.quarkus.oidc.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Below {@code /v1} a bearer token says who asks; on the pages the session of the sign-in does. Neither counts at the other door. */
@ApplicationScoped
class SignInTenant implements TenantResolver {

    /** Named, not left open: else the cookie of a session would choose the other tenant below {@code /v1}, too. */
    private static final String BEARER = "Default";

    @Override
    public String resolve(RoutingContext context) {
        return PagePaths.isPage(context.request().path()) ? "web" : BEARER;
    }
}
