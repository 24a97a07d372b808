package io.evcharging.poll;

import org.junit.jupiter.api.Tag;

/** Polls do the same with the other client. */
@Tag("camel-http")
class PollRouteCamelHttpTest extends PollRouteTest {}
