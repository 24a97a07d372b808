-- How many calls the application could still make at a moment, less those that were taken off in advance.
create table evcharging_budget (
  name      varchar(64) primary key,
  calls     bigint      not null,
  at_millis bigint      not null
);

-- What each vehicle has cost in a calendar month (12 times the year, and the month from 0), and what was written in advance.
create table evcharging_ledger (
  vehicle_id   varchar(200) not null,
  budget_month int          not null,
  calls        bigint       not null,
  warned       int          not null,
  primary key (vehicle_id, budget_month)
);

-- What is known of a vehicle's rhythm, by what is polled.
create table evcharging_pace (
  vehicle_id     varchar(200) not null,
  source         varchar(64)  not null,
  mood           varchar(16)  not null,
  misses         int          not null,
  tick_millis    bigint       not null,
  success_millis bigint       not null,
  primary key (vehicle_id, source)
);
