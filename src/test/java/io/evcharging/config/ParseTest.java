package io.evcharging.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.apache.camel.util.TimeUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParseTest {

  @ParameterizedTest
  @ValueSource(strings = {"500ms", "30s", "5m", "1h30m", "2d", "1d2h3m4s5ms", "1m500ms", "0s"})
  void shouldReadADurationAsCamelDoes(String text) {
    assertEquals(TimeUtils.toDuration(text), Parse.duration(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "30", "s", "-30s", "1.5s", "30 s", "30S", "30s1m", "PT30S", "9999999999s"})
  void shouldReadNothingElseAsADuration(String text) {
    assertNull(Parse.duration(text));
  }

  @Test
  void shouldShowAUriWithoutItsSecrets() {
    assertEquals("kafka:x?…", Redacted.uri("kafka:x?brokers=a&saslPassword=b"));
    assertEquals("sftp:…@host/in", Redacted.uri("sftp:me:word@host/in"));
    assertEquals("(tcp://a:1,tcp://b:1)?…", Redacted.uri("(tcp://a:1,tcp://b:1)?user=u"));
    assertEquals("0 5 0/2 * * ?", Redacted.uri("0 5 0/2 * * ?"));
    assertEquals("direct:evcharging-deliver-file", Redacted.uri("direct:evcharging-deliver-file"));
  }
}
