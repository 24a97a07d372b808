package io.evcharging.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.cluster.FiredTicks.Tick;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The judge must know what is wrong when it sees it. */
class TickLedgerTest {

  private static final Duration PERIOD = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(20);

  private static TickLedger of(long... seconds) {
    return TickLedger.of(ticks(seconds), PERIOD);
  }

  private static List<Tick> ticks(long... seconds) {
    return LongStream.of(seconds).mapToObj(due -> tick(due, false)).toList();
  }

  private static Tick tick(long second, boolean recovered) {
    return new Tick("node", "tesla-charge", second * 1000, recovered);
  }

  @Test
  void shouldTakeOneForAllThatWereMissed() {
    TickLedger ledger = of(5, 10, 22, 25, 30);
    assertEquals(2, ledger.missing());
    assertEquals(1, ledger.madeUp());
    assertEquals(Duration.ofSeconds(12), ledger.longestPause());
    assertTrue(ledger.isRight(1, SILENCE));
  }

  @Test
  void shouldSeeABurst() {
    assertEquals(2, of(5, 10, 22, 23, 24, 25).tooMany());
    assertEquals(1, of(5, 10, 12, 15).tooMany(), "nothing was missed");
    assertFalse(of(5, 10, 22, 23, 25).isRight(1, SILENCE));
  }

  @Test
  void shouldSeeATickThatIsFiredTwice() {
    assertEquals(1, of(5, 10, 10, 15).twice());
    assertFalse(of(5, 10, 10, 15).isRight(1, SILENCE));
  }

  @Test
  void shouldTellOneThatADeadNodeHadBegun() {
    List<Tick> ticks = Stream.of(tick(5, false), tick(10, false), tick(10, true)).toList();
    assertEquals(1, TickLedger.of(ticks, PERIOD).again());
    assertTrue(TickLedger.of(ticks, PERIOD).isRight(1, SILENCE));
    assertFalse(TickLedger.of(ticks, PERIOD).isRight(0, SILENCE), "nobody died");
  }

  @Test
  void shouldSeeASilenceThatIsTooLong() {
    assertFalse(of(5, 10, 35).isRight(1, SILENCE));
  }
}
