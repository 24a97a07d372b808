package io.evcharging.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What a simulator was built with; see {@link SimulatorBuilder}. */
record SimulatorSettings(
    String host,
    int port,
    Clock clock,
    long seed,
    double speed,
    String accessToken,
    String clientId,
    String clientSecret,
    List<SimulatedVehicle> vehicles,
    int threads,
    Duration latency,
    int limitCapacity,
    int limitPerMinute,
    boolean contentTypeRequired,
    int maxPageSize) {}
