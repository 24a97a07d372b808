-- Who is left alone. An empty source is the whole vehicle, vehicle * the application; until 0 is until a person says so.
-- The entry is that of the vehicles file, in short: another one ends the suspension.
create table evcharging_suspension (
  vehicle_id   varchar(200) not null,
  source       varchar(64)  not null,
  since_millis bigint       not null,
  until_millis bigint       not null,
  reason       varchar(300) not null,
  entry        varchar(16)  not null,
  primary key (vehicle_id, source)
);
