-- The nodes that run on these tables. Who has not written for a while is taken for dead.
create table evcharging_node (
  node       varchar(100) primary key,
  seen_millis bigint      not null
);

-- What one node at a time may do; a dead node's is free.
create table evcharging_lease (
  name         varchar(300) primary key,
  node         varchar(100) not null,
  until_millis bigint       not null
);

-- The application's bucket of calls, where many nodes share it: Bucket4j's own bytes.
create table evcharging_bucket (
  id    varchar(64) primary key,
  state bytea
);

-- Each user's refresh tokens, secrets.
create table evcharging_refresh_token (
  user_id             varchar(256) primary key,
  sequence_number     bigint not null,
  seed                varchar(100),
  current_token       varchar(8192),
  previous_token      varchar(8192),
  access_token        varchar(8192),
  obtained_millis     bigint,
  expires_millis      bigint,
  asking_since_millis bigint
);

-- What was discovered, for the nodes that did not.
create table evcharging_document (
  name           varchar(64) primary key,
  written_millis bigint not null,
  content        text   not null
);

-- Who may be commanded again, and when; while a command is under way, which one and by which node.
create table evcharging_command_gate (
  vehicle_id        varchar(200) primary key,
  node              varchar(100),
  not_before_millis bigint not null
);

-- Which node asks.
alter table evcharging_command add column node varchar(100);

-- When a vehicle's turn comes (0 while it has none), since when it is on the polls channel (0 while it is not),
-- when it was met awake after it had slept, and whether it was asked about the end of this charging.
alter table evcharging_pace add column waits_millis bigint not null default 0;
alter table evcharging_pace add column given_millis bigint not null default 0;
alter table evcharging_pace add column met_millis bigint not null default 0;
alter table evcharging_pace add column end_asked boolean not null default false;
create index evcharging_pace_waits on evcharging_pace (waits_millis);
create index evcharging_pace_given on evcharging_pace (given_millis);

-- One row for each thing that one node at a time may change; it is locked for the length of a transaction.
create table evcharging_lock (
  name varchar(64) primary key
);
insert into evcharging_lock (name) values ('plan');
