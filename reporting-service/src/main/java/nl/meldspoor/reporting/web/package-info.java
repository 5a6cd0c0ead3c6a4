/**
 * The pages people look at, made on the server: Qute for the words, htmx for parts that renew themselves, one style sheet, no
 * script of others but htmx. A page asks the same beans as {@code /v1} does, with the reach of whoever looks at it; content of
 * cases comes from the other services, with the visitor's own access token.
 *
 * <p>The shell: {@link nl.meldspoor.reporting.web.signin} knows who looks, {@link nl.meldspoor.reporting.web.Visit} is what every
 * template gets, {@code templates/shell/page.html} is the page around each page, {@link nl.meldspoor.reporting.web.Place} is the
 * list of pages there are and who may see them.
 */
package nl.meldspoor.reporting.web;
