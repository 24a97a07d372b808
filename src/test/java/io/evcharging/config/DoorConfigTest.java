package io.evcharging.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorConfigTest {

  private static final String KEY = "0123456789abcdef";

  private static DoorConfig read(MapSettings settings) {
    return EvChargingConfig.read(settings, Surroundings.unseen(true)).door();
  }

  private static MapSettings withKeys(String keys) {
    return MapSettings.valid().with("evcharging.command.keys", keys);
  }

  private static List<Fault> faults(MapSettings settings) {
    return assertThrows(ConfigurationException.class, () -> read(settings)).faults();
  }

  @Test
  void shouldBeClosedInAHostUnlessTold() {
    assertFalse(read(MapSettings.valid()).enabled());
    assertFalse(read(MapSettings.valid()).hasCallers());
    assertTrue(read(MapSettings.valid().with(DoorConfig.ENABLED, "true")).enabled());
  }

  @Test
  void shouldReadKeysAndWhatTheyAreHeldTo() {
    DoorConfig door =
        read(
            withKeys("ops:" + KEY + ", site:" + KEY + "2")
                .with("evcharging.command.key.site.vehicles", "car-1, car-2")
                .with("evcharging.command.key.site.brands", "Tesla"));

    assertEquals(List.of("ops", "site"), door.keys().stream().map(CommandKey::name).toList());
    assertEquals(Set.of(), door.keys().get(0).vehicles());
    assertEquals(Set.of("car-1", "car-2"), door.keys().get(1).vehicles());
    assertEquals(Set.of("TESLA"), door.keys().get(1).brands());
    assertFalse(door.toString().contains(KEY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ops",
        "ops:short",
        "Ops:0123456789abcdef",
        ":0123456789abcdef",
        "ops:0123456789abcdef,",
        "ops:0123456789abcdef,ops:0123456789abcdeg",
        "ops:0123456789abcdef,site:0123456789abcdef",
        "ops:0123456789 abcdef",
      })
  void shouldRefuseKeysThatAreNoneWithoutShowingThem(String keys) {
    List<Fault> faults = faults(withKeys(keys));

    assertEquals("evcharging.command.keys", faults.get(0).where());
    assertEquals("hidden", faults.get(0).value());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "evcharging.command.key.site.vehicles | car-1",
        "evcharging.command.key.ops.vehicles | ''",
        "evcharging.command.key.ops.vehicles | car-1,,car-2",
        "evcharging.command.key.ops.vehicles | a car",
        "evcharging.command.key.ops.brands | ,",
        "evcharging.command.key.ops.vehicle | car-1",
      })
  void shouldRefuseALimitThatWouldBeNone(String key, String value) {
    assertEquals(key, faults(withKeys("ops:" + KEY).with(key, value)).get(0).where());
  }

  @Test
  void shouldReadTokensOfAPublicKey() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    String key =
        Base64.getEncoder().encodeToString(generator.generateKeyPair().getPublic().getEncoded());
    DoorConfig door =
        read(jwt("public-key", "-----BEGIN PUBLIC KEY-----" + key + "-----END PUBLIC KEY-----"));

    assertNotNull(door.jwt());
    assertEquals("EC", Objects.requireNonNull(door.jwt().publicKey()).getAlgorithm());
    assertNull(door.jwt().secret());
    assertTrue(door.hasCallers());
  }

  private static MapSettings jwt(String what, String value) {
    return MapSettings.valid()
        .with("evcharging.command.jwt." + what, value)
        .with("evcharging.command.jwt.issuer", "https://issuer")
        .with("evcharging.command.jwt.audience", "evcharging");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jwks-url | http://issuer.example/jwks",
        "jwks-url | https://me:word@issuer.example/jwks",
        "public-key | MIIB",
        "secret | too-short",
      })
  void shouldRefuseWhatVerifiesNothing(String what, String value) {
    assertEquals("evcharging.command.jwt." + what, faults(jwt(what, value)).get(0).where());
  }

  @Test
  void shouldAskForIssuerAndAudience() {
    String secret = "a-secret-of-at-least-32-characters";
    MapSettings settings = MapSettings.valid().with("evcharging.command.jwt.secret", secret);

    assertEquals(
        List.of("evcharging.command.jwt.issuer", "evcharging.command.jwt.audience"),
        faults(settings).stream().map(Fault::where).toList());
    assertFalse(read(jwt("secret", secret)).toString().contains(secret));
  }

  @Test
  void shouldRefuseTwoWaysToVerify() {
    MapSettings two =
        jwt("secret", "a-secret-of-at-least-32-characters")
            .with("evcharging.command.jwt.jwks-url", "https://issuer.example/jwks");

    assertEquals(1, faults(two).size());
  }
}
