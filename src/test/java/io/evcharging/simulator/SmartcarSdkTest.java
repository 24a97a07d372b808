package io.evcharging.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.smartcar.sdk.Smartcar;
import com.smartcar.sdk.SmartcarException;
import com.smartcar.sdk.SmartcarVehicleRequest;
import com.smartcar.sdk.Vehicle;
import com.smartcar.sdk.data.BatchResponse;
import com.smartcar.sdk.data.RequestPaging;
import com.smartcar.sdk.data.VehicleIds;
import com.smartcar.sdk.data.VehicleResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The official client, pointed at the simulator, gets right answers. */
class SmartcarSdkTest {

  @RegisterExtension static final SmartcarSimulatorExtension CARS = TestFleet.extension();

  private static String realOrigin = "";

  private final String token = CARS.simulator().accessToken();
  private final Vehicle tesla = new Vehicle("tesla", token);

  // SMARTCAR_API_ORIGIN, read by the client, cannot name a port that is free only now.
  @BeforeAll
  static void pointTheClientHere() {
    realOrigin = Smartcar.API_ORIGIN;
    Smartcar.API_ORIGIN = CARS.simulator().origin().toString();
  }

  @AfterAll
  static void pointItBack() {
    Smartcar.API_ORIGIN = realOrigin;
  }

  @BeforeEach
  void evening() {
    CARS.clock().set(Instant.parse(TestFleet.EVENING));
  }

  @Test
  void shouldListVehicles() throws SmartcarException {
    VehicleIds ids = Smartcar.getVehicles(token, new RequestPaging(5, 2));
    assertEquals(5, ids.getVehicleIds().length);
    assertEquals("sleepy", ids.getVehicleIds()[0]);
    assertEquals(12, ids.getPaging().getCount());
    assertEquals("simulator-user", Smartcar.getUser(token).getId());
  }

  @Test
  void shouldReadAttributesAndStates() throws SmartcarException {
    assertEquals("TESLA", tesla.attributes().getMake());
    assertEquals("Model 3", tesla.attributes().getModel());
    assertEquals("CHARGING", tesla.charge().getState());
    assertTrue(tesla.charge().getIsPluggedIn());
    assertEquals(75, tesla.batteryCapacity().getCapacity());
    assertTrue(tesla.battery().getPercentRemaining() > 0.3);
    assertEquals(17, tesla.vin().getVin().length());
    assertTrue(List.of(tesla.permissions().getPermissions()).contains("control_charge"));
  }

  @Test
  void shouldReadBrandEndpoints() throws Exception {
    VehicleResponse charge = request(tesla, "GET", "tesla/charge", null);
    JsonObject body = charge.getBody();
    assertEquals(32, body.get("amperage").getAsInt());
    assertEquals("metric", charge.getMeta().getUnitSystem());
    assertFalse(charge.getMeta().getRequestId().isEmpty());
    VehicleResponse audi = request(new Vehicle("audi", token), "GET", "audi/charge", null);
    assertEquals("CHARGING", audi.getBody().get("chargingStatus").getAsString());
  }

  @Test
  void shouldSetTheCurrent() throws Exception {
    VehicleResponse answer = request(tesla, "POST", "tesla/charge/ammeter", "16");
    assertEquals("success", answer.getBody().get("status").getAsString());
    assertEquals(
        "Successfully sent the following amperage: 16",
        answer.getBody().get("message").getAsString());
    CARS.clock().advance(Duration.ofSeconds(10));
    JsonObject charge = request(tesla, "GET", "tesla/charge", null).getBody();
    assertEquals(16, charge.get("amperageRequested").getAsInt());
  }

  @Test
  void shouldStartAndStopCharging() throws SmartcarException {
    assertEquals("success", tesla.stopCharge().getStatus());
    CARS.clock().advance(Duration.ofSeconds(10));
    assertEquals("NOT_CHARGING", tesla.charge().getState());
    assertEquals("success", tesla.startCharge().getStatus());
  }

  @Test
  void shouldAskForManyThingsAtOnce() throws SmartcarException {
    BatchResponse batch = tesla.batch(new String[] {"/charge", "/battery", "/fuel"});
    assertEquals("CHARGING", batch.charge().getState());
    assertTrue(batch.battery().getRange() > 100);
    SmartcarException fuel = assertThrows(SmartcarException.class, batch::fuel);
    assertEquals("COMPATIBILITY", fuel.getType());
  }

  @Test
  void shouldUnderstandRefusals() {
    CARS.clock().set(Instant.parse(TestFleet.MORNING));
    SmartcarException unplugged =
        assertThrows(
            SmartcarException.class, () -> request(tesla, "POST", "tesla/charge/ammeter", "16"));
    assertEquals(409, unplugged.getStatusCode());
    assertEquals("VEHICLE_STATE", unplugged.getType());
    assertEquals("CHARGING_PLUG_NOT_CONNECTED", unplugged.getCode());
    Vehicle stranger = new Vehicle("tesla", "wrong");
    SmartcarException denied = assertThrows(SmartcarException.class, stranger::charge);
    assertEquals("AUTHENTICATION", denied.getType());
  }

  private static VehicleResponse request(
      Vehicle vehicle, String method, String path, @Nullable String amps) throws Exception {
    SmartcarVehicleRequest.Builder request =
        new SmartcarVehicleRequest.Builder().method(method).path(path);
    if (amps != null) {
      request.addBodyParameter("amperage", amps);
    }
    return vehicle.request(request.build());
  }
}
