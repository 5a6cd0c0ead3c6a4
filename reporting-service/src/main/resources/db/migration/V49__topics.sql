-- More than one topic is read.
alter table topic_identity add column topic text not null default 'meldspoor.case-events';
alter table topic_identity alter column topic drop default;
alter table topic_identity drop constraint topic_identity_pkey;
alter table topic_identity add primary key (topic, partition);
