/** An HTTP client as a Camel component: reads, from many slow servers at once, with few threads. */
@NullMarked
package io.evcharging.http;

import org.jspecify.annotations.NullMarked;
