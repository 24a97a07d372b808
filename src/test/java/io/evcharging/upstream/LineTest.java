package io.evcharging.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.source.ChargeSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineTest {

  private static final int WAITING = 5000;

  private final Line line = new Line();

  @BeforeEach
  void fill() {
    for (int i = 1; i <= WAITING; i++) {
      int number = i * 7 % WAITING; // not in order
      Pace pace = new Pace(String.valueOf(number), ChargeSource.TESLA_CHARGE);
      pace.success = number;
      line.await(pace, 1);
    }
    assertEquals(WAITING, line.ready(1));
  }

  private List<String> take(int most) {
    return line.take(most, pace -> pace.success < 4500, pace -> pace.success).stream()
        .map(pace -> pace.vehicleId)
        .toList();
  }

  @Test
  void shouldTakeTheHungriestFirstOfVeryMany() {
    assertEquals(List.of("4499", "4498", "4497"), take(3));
    assertEquals(List.of("4496", "4495"), take(2));
    assertEquals(WAITING - 505, line.ready());
  }

  @Test
  void shouldTakeAllWhereAllMayBe() {
    assertEquals(4500, take(WAITING).size());
    assertEquals(0, line.ready());
    assertTrue(take(1).isEmpty());
  }
}
