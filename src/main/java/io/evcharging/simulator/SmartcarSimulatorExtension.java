package io.evcharging.simulator;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs a {@link SmartcarSimulator} while a test class runs, on a clock that stands still until the
 * test moves it, and hands both to constructors and methods that ask for them. Before each test
 * faults, commands and counts are forgotten, and the clock is set back.
 *
 * <p>{@code @ExtendWith(SmartcarSimulatorExtension.class)} takes the demo's fleet;
 * {@code @RegisterExtension static final SmartcarSimulatorExtension CARS = …} another one.
 */
public final class SmartcarSimulatorExtension
    implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback, ParameterResolver {

  /** What the clock shows at the beginning of each test: a morning, 08:00 UTC. */
  public static final String START = "2026-11-20T08:00:00Z";

  private final SimulatorClock clock = SimulatorClock.at(START);
  private final UnaryOperator<SimulatorBuilder> changes;
  private @Nullable SmartcarSimulator simulator;
  private int classes;

  /** The demo's fleet. */
  public SmartcarSimulatorExtension() {
    this(builder -> builder);
  }

  /**
   * Anything else.
   *
   * @param changes made to the builder, which has the test clock already
   */
  public SmartcarSimulatorExtension(UnaryOperator<SimulatorBuilder> changes) {
    this.changes = changes;
  }

  /**
   * The simulator.
   *
   * @return listening
   * @throws IllegalStateException outside of the test class's run
   */
  public SmartcarSimulator simulator() {
    if (simulator == null) {
      throw new IllegalStateException("The simulator runs only while its test class does.");
    }
    return simulator;
  }

  /**
   * The clock that the cars live by.
   *
   * @return standing still
   */
  public SimulatorClock clock() {
    return clock;
  }

  // A nested class begins and ends within the outer one, and shares its simulator.
  @Override
  public void beforeAll(ExtensionContext context) {
    if (classes++ == 0) {
      simulator = changes.apply(SmartcarSimulator.builder().clock(clock)).build().start();
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    clock.set(Instant.parse(START));
    simulator().reset();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (--classes == 0) {
      simulator().close();
      simulator = null;
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == SmartcarSimulator.class || type == SimulatorClock.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SimulatorClock.class ? clock : simulator();
  }
}
