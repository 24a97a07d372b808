package io.evcharging.benchmark.mapping;

import io.evcharging.normalise.Answer;
import java.io.IOException;

/** One way to make an observation's JSON of an answer. Shared between threads. */
@FunctionalInterface
interface Contender {

  /** UTF-8, one line without its end. */
  byte[] map(Answer answer) throws IOException;
}
