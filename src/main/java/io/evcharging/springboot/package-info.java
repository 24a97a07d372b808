/** Auto-configuration for Spring Boot, which is an optional dependency. */
@NullMarked
package io.evcharging.springboot;

import org.jspecify.annotations.NullMarked;
