package nl.meldspoor.reporting.projection;

/** The tables of figures: what held in a case, and in which stretch of recorded time. */
enum FigureTable {
    STANDING(
            """
            update case_standing s
               set valid_to = r.valid_to
              from jsonb_to_recordset($1::text::jsonb) as r (case_id uuid, key text, valid_to timestamptz)
             where s.case_id = r.case_id
               and s.key = r.key
               and s.valid_to is null
            """,
            """
            insert into case_standing
            select r.* from jsonb_populate_recordset(null::case_standing, $1::text::jsonb) as r
            """),
    TERM(
            """
            update term_standing s
               set valid_to = r.valid_to
              from jsonb_to_recordset($1::text::jsonb) as r (case_id uuid, key text, valid_to timestamptz)
             where s.case_id = r.case_id
               and s.key = r.key
               and s.valid_to is null
            """,
            """
            insert into term_standing
            select r.* from jsonb_populate_recordset(null::term_standing, $1::text::jsonb) as r
            """),
    FACT(
            """
            update counted_fact s
               set valid_to = r.valid_to
              from jsonb_to_recordset($1::text::jsonb) as r (case_id uuid, key text, valid_to timestamptz)
             where s.case_id = r.case_id
               and s.key = r.key
               and s.valid_to is null
            """,
            """
            insert into counted_fact
            select r.* from jsonb_populate_recordset(null::counted_fact, $1::text::jsonb) as r
            """);

    private final String end;
    private final String begin;

    FigureTable(String end, String begin) {
        this.end = end;
        this.begin = begin;
    }

    /** Ends the row that holds now, per case and key. */
    String end() {
        return end;
    }

    /** Adds rows. */
    String begin() {
        return begin;
    }
}
