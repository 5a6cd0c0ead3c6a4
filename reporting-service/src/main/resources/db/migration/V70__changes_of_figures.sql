-- The overview as of a moment ago is that of now, less what came since and with what went since: both are found by when they did.
create index case_standing_ended on case_standing (organisation, valid_to) where valid_to is not null;
create index term_standing_ended on term_standing (organisation, valid_to) where valid_to is not null;
create index counted_fact_ended on counted_fact (organisation, valid_to) where valid_to is not null;
create index counted_fact_since on counted_fact (organisation, valid_from);
