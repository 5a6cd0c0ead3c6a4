package nl.meldspoor.events;

/**
 * What an event says: one record per type, and at the same time the entry that proposes it (an entry is a proposed event). Members
 * say by annotation what they are: {@link Sealed}, {@link MayBeAbsent}, {@link Derived}, {@link HappenedAt} …; everything that reads or
 * writes events (REST, store, Kafka, OpenAPI) works from these. Where only facts are at hand, sealed members are null.
 */
public sealed interface CaseEvent
        permits CaseOpened,
                SignalRecorded,
                ConsultationHeld,
                ConversationHeld,
                ConversationWaived,
                AssessmentMade,
                DecisionsTaken,
                MeldingMade,
                MeldingAcknowledged,
                VeiligThuisFeedbackReceived,
                InternalReportMade,
                SafetyMeasureTaken,
                AccusedHeard,
                HearingWaived,
                JudgementMade,
                IGJReportFiled,
                CaseClosed {}
