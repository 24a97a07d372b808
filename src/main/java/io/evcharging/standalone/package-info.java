/** The program around the routes: command line, Camel Main, the embedded broker, the demo. */
@NullMarked
package io.evcharging.standalone;

import org.jspecify.annotations.NullMarked;
