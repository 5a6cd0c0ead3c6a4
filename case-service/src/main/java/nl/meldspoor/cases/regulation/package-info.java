/**
 * The regulation agreed with the works council, without which an organisation may not process data of its own personnel about criminal
 * conduct (UAVG art. 33 lid 3). A plain setting, not an event of a case: kept by Hibernate Reactive with Panache.
 */
package nl.meldspoor.cases.regulation;
