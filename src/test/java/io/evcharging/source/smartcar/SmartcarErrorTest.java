package io.evcharging.source.smartcar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmartcarErrorTest {

  private static SmartcarError read(String body) {
    return SmartcarError.read(403, body.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONNECTED_SERVICES_ACCOUNT",
        "CHARGING_PLUG_NOT_CONNECTED",
        "VS_000",
        "404",
        "vehicle_state",
        "CONNECTED_SERVICES_ACCOUNT:VIRTUAL_KEY_REQUIRED"
      })
  void shouldReadACode(String code) {
    SmartcarError error = read("{\"type\":\"%1$s\",\"code\":\"%1$s\"}".formatted(code));
    assertEquals(code.toUpperCase(java.util.Locale.ROOT), error.type());
    assertEquals(error.type(), error.code());
  }

  /** A code reaches logs, tables and a person; a server may repeat what it was sent. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "3f2b8c1e-77aa-4b1c-9d0e-5a6b7c8d9e0f",
        "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl",
        "a3c9d2b14e5f60718293a4b5c6d7e8f9",
        "abcdefghijklmnopqrstuvwxyzabcdef",
        "12345678901234567890",
        "48.13791,11.57549"
      })
  void shouldLeaveOutWhatMayBeASecretOrAPlace(String secret) {
    SmartcarError error =
        read(
            "{\"type\":\"%1$s\",\"code\":\"%1$s\",\"resolution\":{\"type\":\"%1$s\"}}"
                .formatted(secret));
    assertEquals("HTTP 403", error.toString());
    assertNull(error.resolution());
  }

  @Test
  void shouldReadWhatIsThere() {
    SmartcarError error =
        read("{\"errors\":[{\"type\":\"PERMISSION\",\"code\":null}],\"resolution\":\"X\"}");
    assertEquals(new SmartcarError(403, "PERMISSION", null, null), error);
  }
}
