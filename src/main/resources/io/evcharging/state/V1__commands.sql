-- Each amperage command, with its newest result as JSON; kept for as long as its key may be repeated.
create table evcharging_command (
  command_id      varchar(36)  primary key,
  vehicle_id      varchar(200) not null,
  idempotency_key varchar(255),
  fingerprint     varchar(64)  not null,
  received_at     timestamp with time zone not null,
  state           varchar(20)  not null,
  result          varchar(16000) not null
);

-- Who asked is part of the key: one caller's key is nothing to another one.
create unique index evcharging_command_key on evcharging_command (idempotency_key);
create index evcharging_command_received on evcharging_command (received_at);
create index evcharging_command_vehicle on evcharging_command (vehicle_id, received_at);
