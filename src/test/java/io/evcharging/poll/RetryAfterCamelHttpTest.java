package io.evcharging.poll;

import org.junit.jupiter.api.Tag;

/** The same with the other client. */
@Tag("camel-http")
class RetryAfterCamelHttpTest extends RetryAfterRouteTest {}
