/** Who looks at the pages: sign-in with the identity provider, a session that ended, requests from elsewhere, security headers. */
package nl.meldspoor.reporting.web.signin;
