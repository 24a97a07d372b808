package io.evcharging.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evcharging.testing.Logged;
import io.evcharging.upstream.Suspensions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said loudly of a poll, and by whom. */
class PollWarningsTest extends PollFixture {

  @ParameterizedTest
  @CsvSource({"403,0,1", "501,0,1", "404,1,0"})
  void shouldWarnOnceOfARefusal(int status, int byThePoll, int bySuspending) throws Exception {
    answer(status, "{}");
    try (Logged polls = Logged.by(PollFailure.class);
        Logged suspensions = Logged.by(Suspensions.class)) {
      context.poll("tesla-charge", "tesla-1");
      assertEquals(byThePoll, polls.warnings(), polls.lines()::toString);
      assertEquals(bySuspending, suspensions.warnings(), suspensions.lines()::toString);
    }
  }
}
