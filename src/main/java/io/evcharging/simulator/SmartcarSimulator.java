package io.evcharging.simulator;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A local stand-in for the Smartcar API over real HTTP: brand endpoints, signals, connections, the
 * ammeter and tokens, by cars that plug in, charge, finish and drive off. Seed and clock decide
 * what they do. Thread-safe.
 */
public final class SmartcarSimulator implements AutoCloseable {

  private final SimulatorSettings settings;
  private final Fleet fleet;
  private final TokenDesk tokens;
  private final Gateway gateway;
  private @Nullable SimulatorHttp http;

  SmartcarSimulator(SimulatorSettings settings) {
    this.settings = settings;
    Timeline timeline = new Timeline(settings.clock().instant(), settings.speed());
    this.fleet = new Fleet(settings.vehicles(), settings.seed(), settings.clock(), timeline);
    this.tokens =
        new TokenDesk(
            settings.clock(),
            settings.seed(),
            settings.clientId(),
            settings.clientSecret(),
            settings.accessToken());
    this.gateway = new Gateway(settings, fleet, tokens);
  }

  /**
   * A simulator of the demo's fleet, on a free port, to be changed and built.
   *
   * @return a new builder
   */
  public static SimulatorBuilder builder() {
    return new SimulatorBuilder();
  }

  /**
   * Begins to listen.
   *
   * @return this
   * @throws java.io.UncheckedIOException if the port is taken, naming it
   * @throws IllegalStateException if it listens already
   */
  public synchronized SmartcarSimulator start() {
    if (http != null) {
      throw new IllegalStateException("The simulator is listening already.");
    }
    http = SimulatorHttp.listen(settings, gateway);
    return this;
  }

  /**
   * The base of version 2.0, for {@code evcharging.smartcar.api-url}.
   *
   * @return {@code http://host:port/v2.0}
   * @throws IllegalStateException if it does not listen
   */
  public URI apiUrl() {
    return origin().resolve("/v2.0");
  }

  /**
   * The base of version 3, for {@code evcharging.smartcar.vehicle-url}.
   *
   * @return {@code http://host:port/v3}
   * @throws IllegalStateException if it does not listen
   */
  public URI vehicleUrl() {
    return origin().resolve("/v3");
  }

  /**
   * Where it listens: the base of tokens and of the control door.
   *
   * @return {@code http://host:port}
   * @throws IllegalStateException if it does not listen
   */
  public synchronized URI origin() {
    if (http == null) {
      throw new IllegalStateException("The simulator is not listening: start it first.");
    }
    return http.origin();
  }

  /**
   * The token that is always good.
   *
   * @return as configured
   */
  public String accessToken() {
    return settings.accessToken();
  }

  /**
   * The client's credentials, and the refresh token that is good now.
   *
   * @return never {@code null}
   */
  public TokenDesk tokens() {
    return tokens;
  }

  /**
   * A car of the fleet.
   *
   * @param id its vehicle id
   * @return never {@code null}
   * @throws IllegalArgumentException if there is no such car
   */
  public SimulatedCar vehicle(String id) {
    SimulatedCar car = fleet.find(id);
    if (car == null) {
      throw new IllegalArgumentException("No vehicle has the id " + id);
    }
    return car;
  }

  /**
   * The fleet.
   *
   * @return in the order in which it was given
   */
  public List<SimulatedCar> vehicles() {
    return List.copyOf(fleet.cars());
  }

  /**
   * What goes wrong with requests for any vehicle, and for none: it comes before the vehicle's own.
   *
   * @return to be added to and cleared
   */
  public FaultScript faults() {
    return gateway.faults();
  }

  /**
   * What was asked.
   *
   * @return counts, and the last requests
   */
  public CallLog calls() {
    return gateway.calls();
  }

  /** Forgets faults, commands and counts, as if just started; tokens stay. */
  public void reset() {
    gateway.faults().clear();
    fleet.cars().forEach(SimulatedCar::reset);
    gateway.calls().reset();
  }

  /** Stops listening, and cuts what is under way. Does nothing a second time. */
  @Override
  public synchronized void close() {
    if (http != null) {
      http.close();
      http = null;
    }
  }
}
