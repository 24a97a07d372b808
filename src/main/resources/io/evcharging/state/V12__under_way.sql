-- Since when a vehicle is being asked for one source (0 while it is not): nobody else asks the same meanwhile.
alter table evcharging_pace add column asked_millis bigint not null default 0;
