/**
 * How the source API is treated with care: what its refusals mean, who is left alone and for how
 * long. Knows nothing of Camel.
 */
@NullMarked
package io.evcharging.upstream;

import org.jspecify.annotations.NullMarked;
