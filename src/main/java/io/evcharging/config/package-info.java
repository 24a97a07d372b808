/** The configuration and the vehicles, checked as a whole before anything runs. */
@NullMarked
package io.evcharging.config;

import org.jspecify.annotations.NullMarked;
