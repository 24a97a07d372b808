-- When a poll last made a call and had no good answer; 0 for never.
alter table evcharging_pace add column failed_millis bigint not null default 0;
