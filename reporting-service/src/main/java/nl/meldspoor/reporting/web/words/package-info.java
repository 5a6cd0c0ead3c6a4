/** What codes are called: the words people use for routes, steps, outcomes, terms and urgency, in Dutch and English. */
package nl.meldspoor.reporting.web.words;
