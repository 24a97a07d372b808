/** The REST door for commands: who may come in, what is read of a request, how it is answered. */
@NullMarked
package io.evcharging.door.rest;

import org.jspecify.annotations.NullMarked;
