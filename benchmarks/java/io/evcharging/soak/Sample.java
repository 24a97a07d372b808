package io.evcharging.soak;

import java.time.Duration;

/**
 * The program at one moment.
 *
 * @param at since the start
 * @param heapKib used, right after a full collection
 * @param threads of the process
 * @param handles open files and sockets
 * @param residentKib what the process keeps in memory
 * @param journalKib the broker's folder
 * @param stateKib the tables' folder
 * @param polls that have ended so far
 * @param delivered by all sinks so far
 */
record Sample(
    Duration at,
    long heapKib,
    long threads,
    long handles,
    long residentKib,
    long journalKib,
    long stateKib,
    long polls,
    long delivered) {}
