package io.evcharging.poll;

import org.junit.jupiter.api.Tag;

/** Polls fail in the same way with the other client. */
@Tag("camel-http")
class PollFaultCamelHttpTest extends PollFaultTest {}
