/** What a case was and is, told to who may read it: opened content, as of a version or a moment, each opening in the access log. */
package nl.meldspoor.cases.history;
