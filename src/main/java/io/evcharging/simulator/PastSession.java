package io.evcharging.simulator;

import java.time.Instant;

/** A stay at a charger that is over, for the history that a car tells. */
record PastSession(
    long number,
    Instant startedAt,
    Instant endedAt,
    double startPercent,
    double endPercent,
    double addedKilowattHours) {}
