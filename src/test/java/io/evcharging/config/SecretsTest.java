package io.evcharging.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {

  private static final String SECRET = "s3cr3t";

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "evcharging.smartcar.access-token ~ two s3cr3t words",
        "evcharging.deliver.rest.headers ~ Authorization s3cr3t",
        "evcharging.deliver.rest.headers ~ A: s3cr3t|a: s3cr3t",
        "evcharging.deliver.rest.url ~ https://me:s3cr3t@example.org/in",
        "evcharging.deliver.file.uri ~ ' ftp:me:s3cr3t@example.org'",
        "evcharging.jms.broker-url ~ ' tcp://host:1?password=s3cr3t'",
        "evcharging.smartcar.acess-token ~ s3cr3t",
      })
  void shouldNotShowASecretInAFault(String key, String value) {
    ConfigurationException faults =
        assertThrows(
            ConfigurationException.class,
            () ->
                EvChargingConfig.read(
                    MapSettings.valid().with(key, value), Surroundings.unseen(true)));

    assertEquals(key, faults.faults().get(0).where());
    assertFalse(faults.getMessage().contains(SECRET), faults.getMessage());
  }

  @Test
  void shouldRefuseATokenWithALineEnd() {
    ConfigurationException faults =
        assertThrows(
            ConfigurationException.class,
            () ->
                EvChargingConfig.read(
                    new MapSettings().with(Keys.ACCESS_TOKEN, SECRET + "\n"),
                    Surroundings.unseen(true)));

    assertTrue(faults.getMessage().contains("«hidden»: Smartcar's access token, without white"));
    assertFalse(faults.getMessage().contains(SECRET));
  }

  @Test
  void shouldNotPrintASecret() {
    MapSettings settings =
        new MapSettings()
            .with(Keys.ACCESS_TOKEN, SECRET)
            .with(Keys.REST_HEADERS, "Authorization: " + SECRET)
            .with(Keys.JMS_PASSWORD, SECRET)
            .with("evcharging.jms.broker-url", "tcp://host:1?password=" + SECRET)
            .with("evcharging.polls", "jms:queue:polls?password=" + SECRET)
            .with("evcharging.observations", "ftp://me:" + SECRET + "@example.org")
            .with("evcharging.deliver.sinks", "rest,mine")
            .with("evcharging.deliver.rest.url", "https://example.org/in?key=" + SECRET)
            .with(
                "evcharging.deliver.mine.uri", "sftp:me:" + SECRET + "@example.org/in?binary=true");

    EvChargingConfig config = EvChargingConfig.read(settings);

    assertEquals(SECRET, config.smartcar().auth().accessToken());
    assertEquals(SECRET, config.jms().password());
    String printed = config.toString();
    assertFalse(printed.contains(SECRET), printed);
    assertTrue(printed.contains("Authorization"), printed);
    assertTrue(printed.contains("https://example.org/in?…"), printed);
  }
}
