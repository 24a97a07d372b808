package io.evcharging.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.StringLength;

/** Any body has an answer, and the answer holds nothing of it. */
class CommandParserTest {

  private final CommandParser parser = new CommandParser(1, 80);

  @Property
  void shouldNeverFailWhateverTheBytes(@ForAll byte[] body) {
    assertNotNull(parse(body).fault());
  }

  @Property
  void shouldNotRepeatWhatItCannotRead(@ForAll @StringLength(min = 12, max = 300) String text) {
    String fault =
        parse(("{\"vehicleId\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8)).fault();

    assertNotNull(fault);
    assertFalse(fault.contains(text));
  }

  @Property
  void shouldTakeEveryNumberInRangeAsItIs(
      @ForAll @BigRange(min = "1", max = "80") @Scale(3) BigDecimal amps) {
    ParsedCommand parsed = parse(body(amps.toString()));

    assertNull(parsed.fault());
    assertEquals(0, amps.compareTo(parsed.amps()));
  }

  @Property
  void shouldLetNoCommandThroughWithoutItsNumber(
      @ForAll @BigRange(min = "1", max = "80") @Scale(12) BigDecimal amps) {
    ParsedCommand parsed = parse(body(amps.toString()));

    assertEquals(parsed.fault() == null, parsed.amps() != null);
  }

  @Property
  void shouldRefuseEveryNumberOutOfRange(@ForAll BigDecimal number) {
    boolean inside =
        number.compareTo(BigDecimal.ONE) >= 0 && number.compareTo(BigDecimal.valueOf(80)) <= 0;

    if (!inside) {
      assertNotNull(parse(body(number.toString())).fault());
    }
  }

  private static byte[] body(String number) {
    return ("{\"vehicleId\":\"car\",\"amperage\":" + number + "}").getBytes(StandardCharsets.UTF_8);
  }

  private ParsedCommand parse(byte[] body) {
    return parser.parse(new CommandRequest(body, null, "ops", "rest", null, null, null));
  }
}
