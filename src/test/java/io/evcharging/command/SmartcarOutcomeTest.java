package io.evcharging.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.evcharging.canonical.CommandOutcome;
import io.evcharging.source.smartcar.SmartcarError;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.WithNull;
import org.jspecify.annotations.Nullable;

/** Every refusal means something, and none means that it was done. */
class SmartcarOutcomeTest {

  @Property
  void shouldNeverTakeARefusalForEvidence(
      @ForAll int status, @ForAll @WithNull String type, @ForAll @WithNull String code) {
    CommandOutcome outcome = of(status, type, code);

    assertNotEquals(CommandOutcome.ACCEPTED, outcome);
    assertNotEquals(CommandOutcome.CLAMPED, outcome);
  }

  @Property
  void shouldNotKnowWhatAServerInTroubleHasDone(
      @ForAll @IntRange(min = 500, max = 999) int status, @ForAll @WithNull String type) {
    CommandOutcome expected = status == 501 ? CommandOutcome.REJECTED : CommandOutcome.UNKNOWN;

    assertEquals(expected, of(status, type, null));
  }

  @Property
  void shouldTakeARequestThatWasRefusedForNotDone(
      @ForAll @IntRange(min = 300, max = 499) int status, @ForAll @WithNull String type) {
    CommandOutcome expected =
        switch (status) {
          case 408 -> CommandOutcome.UNKNOWN;
          case 409 -> CommandOutcome.VEHICLE_STATE;
          case 429 -> CommandOutcome.RATE_LIMITED;
          default -> CommandOutcome.REJECTED;
        };

    assertEquals(expected, of(status, type, null));
  }

  private static CommandOutcome of(int status, @Nullable String type, @Nullable String code) {
    return SmartcarOutcome.of(new SmartcarError(status, type, code, null));
  }
}
