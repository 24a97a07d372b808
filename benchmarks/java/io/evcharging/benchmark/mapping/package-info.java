/** What it takes to make an observation of an answer: this module's way, and others'. */
@NullMarked
package io.evcharging.benchmark.mapping;

import org.jspecify.annotations.NullMarked;
