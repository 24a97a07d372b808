package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainRunTest {

  private static final String A = "some.key.of.this.test";
  private static final String B = "another.key.of.this.test";

  @AfterEach
  void clear() {
    List.of(A, B, "log.format").forEach(System::clearProperty);
  }

  @ParameterizedTest
  @CsvSource({
    "run, true",
    "run -Da=b, true",
    "run -Da=b -Dc=d=e -Df, true",
    "'', false",
    "check, false",
    "-Da=b run, false",
    "run --help, false",
    "run -D=b, false",
    "run -D, false",
    "run twice, false",
    "run -Da=b --help, false",
    "run @file, false"
  })
  void shouldKnowWhatThereIsToParse(String line, boolean plain) {
    assertEquals(plain, PlainRun.is(line.isEmpty() ? new String[0] : line.split(" ", -1)));
  }

  @Test
  void shouldTakeKeysAndSayWhyItFailedAsTheParserDoes() {
    String[] args = {"run", "-D" + A + "=a=b", "-D" + B, "-Dlog.format=xml"};
    List<Object> seen = new ArrayList<>();
    seen.add(PlainRun.execute(args));
    seen.add(System.getProperty(A));
    seen.add(System.getProperty(B));
    clear();
    int parsed = EvCharging.commandLine().execute(args);
    assertEquals(List.of(parsed, System.getProperty(A), System.getProperty(B)), seen);
    assertEquals(EvCharging.FAULTY, parsed);
  }
}
