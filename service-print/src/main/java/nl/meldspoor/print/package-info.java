/** How services print on paper, once. Knows nothing of cases. */
package nl.meldspoor.print;
