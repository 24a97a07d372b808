package io.evcharging.door;

import org.apache.camel.StaticService;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kill switch of all commands. Through JMX until the process ends; then the key counts. A
 * {@link StaticService}, because only such a one has the same name in JMX after each start.
 */
@ManagedResource(description = "Whether commands to vehicles are taken")
public final class CommandSwitch extends ServiceSupport implements StaticService {

  private static final Logger LOG = LoggerFactory.getLogger(CommandSwitch.class);

  private volatile boolean enabled;

  /**
   * As configured.
   *
   * @param enabled at the start
   */
  public CommandSwitch(boolean enabled) {
    this.enabled = enabled;
  }

  /** Whether commands are taken. */
  @ManagedAttribute(description = "Whether commands to vehicles are taken")
  public boolean isEnabled() {
    return enabled;
  }

  /** Switches them on or off, from now on. */
  @ManagedAttribute(description = "Whether commands to vehicles are taken")
  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
    LOG.warn("commands are switched {}", enabled ? "on" : "off");
  }
}
