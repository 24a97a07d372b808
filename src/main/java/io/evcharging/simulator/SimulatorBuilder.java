package io.evcharging.simulator;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Puts a {@link SmartcarSimulator} together. Everything has a default. */
public final class SimulatorBuilder {

  private String host = "127.0.0.1";
  private int port;
  private Clock clock = Clock.systemUTC();
  private long seed = 42;
  private double speed = 1;
  private String accessToken = "simulator-token";
  private String clientId = "simulator-client";
  private String clientSecret = "simulator-secret";
  private List<SimulatedVehicle> vehicles = DemoFleet.vehicles();
  private int threads = 16;
  private Duration latency = Duration.ZERO;
  private int limitCapacity;
  private int limitPerMinute;
  private boolean contentTypeRequired = true;
  private int maxPageSize = 200;

  SimulatorBuilder() {}

  /** Where to listen: a name or address of this machine; {@code 127.0.0.1} by default. */
  public SimulatorBuilder host(String name) {
    Check.text("host", name);
    this.host = name;
    return this;
  }

  /** Which port; 0, the default, takes a free one. */
  public SimulatorBuilder port(int number) {
    Check.range("port", number, 0, 65535);
    this.port = number;
    return this;
  }

  /** What time it is; the system's clock by default, a {@link SimulatorClock} in tests. */
  public SimulatorBuilder clock(Clock time) {
    this.clock = time;
    return this;
  }

  /** What chance depends on; 42 by default. */
  public SimulatorBuilder seed(long number) {
    this.seed = number;
    return this;
  }

  /**
   * How much faster the cars live than the clock runs, from the moment the simulator is built: at
   * 60, a session of five hours takes five minutes. Commands and latencies keep to the clock.
   */
  public SimulatorBuilder speed(double factor) {
    Check.range("speed", factor, 0.001, 100_000);
    this.speed = factor;
    return this;
  }

  /** The token that is always good, for both generations; {@code simulator-token} by default. */
  public SimulatorBuilder accessToken(String token) {
    Check.text("accessToken", token);
    this.accessToken = token;
    return this;
  }

  /** Who may ask for tokens; {@code simulator-client}, {@code simulator-secret} by default. */
  public SimulatorBuilder client(String id, String secret) {
    Check.text("client id", id);
    Check.text("client secret", secret);
    this.clientId = id;
    this.clientSecret = secret;
    return this;
  }

  /** The fleet; the demo's by default. */
  public SimulatorBuilder vehicles(List<SimulatedVehicle> fleet) {
    this.vehicles = List.copyOf(fleet);
    return this;
  }

  /** How many requests are worked on at once; 16 by default. */
  public SimulatorBuilder threads(int number) {
    Check.range("threads", number, 1, 512);
    this.threads = number;
    return this;
  }

  /** How late every answer of the API is, in real time; not at all by default. No thread waits. */
  public SimulatorBuilder latency(Duration time) {
    Check.notNegative("latency", time);
    this.latency = time;
    return this;
  }

  /**
   * Limits the application as the real API does: a bucket of so many requests, refilled by so many
   * a minute. Beyond it, 429 without {@code Retry-After}. Not limited by default.
   */
  public SimulatorBuilder applicationLimit(int capacity, int refillPerMinute) {
    Check.range("capacity", capacity, 1, 1_000_000);
    Check.range("refillPerMinute", refillPerMinute, 1, 1_000_000);
    this.limitCapacity = capacity;
    this.limitPerMinute = refillPerMinute;
    return this;
  }

  /** Whether v3 answers 404 to a request without {@code Content-Type}; it does by default. */
  public SimulatorBuilder contentTypeRequired(boolean required) {
    this.contentTypeRequired = required;
    return this;
  }

  /** The most items on a page of v3, whatever is asked for; 200 by default. */
  public SimulatorBuilder maxPageSize(int items) {
    Check.range("maxPageSize", items, 1, 200);
    this.maxPageSize = items;
    return this;
  }

  /**
   * The simulator, not yet listening.
   *
   * @return never {@code null}
   * @throws IllegalArgumentException if two vehicles have one id
   */
  public SmartcarSimulator build() {
    return new SmartcarSimulator(
        new SimulatorSettings(
            host,
            port,
            clock,
            seed,
            speed,
            accessToken,
            clientId,
            clientSecret,
            vehicles,
            threads,
            latency,
            limitCapacity,
            limitPerMinute,
            contentTypeRequired,
            maxPageSize));
  }
}
