package nl.meldspoor.cases.regulation;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** One organisation's regulation: when it was agreed, and under which reference it can be found. */
@Entity
@Table(name = "works_council_regulation")
public class WorksCouncilRegulation extends PanacheEntityBase {

    @Id
    public String organisation;

    @Column(name = "agreed_on", nullable = false)
    public LocalDate agreedOn;

    @Column(nullable = false)
    public String reference;

    @Column(name = "changed_at", nullable = false)
    public Instant changedAt;

    /** Keyed hash of the board member who entered it. */
    @Column(name = "changed_by_ref", nullable = false)
    public String changedByRef;
}
