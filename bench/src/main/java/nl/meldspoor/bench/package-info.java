/** What {@code ./meldspoor bench} runs: figures against limits measured in the same run. {@code bench/README.md} says how to read them. */
package nl.meldspoor.bench;
