-- Each amperage command, with its newest result as JSON; kept for as long as its key may be repeated.
create table evcharging_command (
  command_id    varchar(36)  primary key,
  key_hash      varchar(64),
  fingerprint   varchar(64),
  vehicle_id    varchar(128),
  door          varchar(20)  not null,
  state         varchar(20)  not null,
  received_at   timestamp with time zone not null,
  not_before    timestamp with time zone,
  confirm_polls integer      not null default 0,
  result        varchar(16000) not null
);

-- Who asked is part of the key: one caller's key is nothing to another one.
create unique index evcharging_command_key on evcharging_command (key_hash);
create index evcharging_command_received on evcharging_command (received_at);
create index evcharging_command_state on evcharging_command (state);

-- What the audit and the sinks have not been told yet.
create table evcharging_command_event (
  event_id   varchar(36)  primary key,
  position   bigint generated always as identity,
  changed    varchar(20)  not null,
  door       varchar(20)  not null,
  created_at timestamp with time zone not null,
  audited    boolean      not null,
  result     varchar(16000) not null
);
