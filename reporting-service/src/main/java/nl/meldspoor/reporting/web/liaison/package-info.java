/** {@code /meldingen}: what the liaison of a Veilig Thuis region receives, and answers. */
package nl.meldspoor.reporting.web.liaison;
