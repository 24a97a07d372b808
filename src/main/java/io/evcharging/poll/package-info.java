/** Asking the source API: who is due, the request, the answer, the outcome. */
@NullMarked
package io.evcharging.poll;

import org.jspecify.annotations.NullMarked;
