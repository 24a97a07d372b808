package io.evcharging.door;

import io.evcharging.command.AmperageCommands;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Puts the newest state of the command into the body that the exchange property {@value
 * #COMMAND_ID} names; {@code null} when there is none.
 */
public final class CommandReader implements Processor {

  /** In, {@link String}. */
  public static final String COMMAND_ID = "evcharging.commandId";

  private final AmperageCommands commands;

  /**
   * Reads what there is.
   *
   * @param commands remembers them
   */
  public CommandReader(AmperageCommands commands) {
    this.commands = commands;
  }

  @Override
  public void process(Exchange exchange) {
    String commandId = exchange.getProperty(COMMAND_ID, String.class);
    Message message = exchange.getMessage();
    message.removeHeaders("*");
    message.setBody(commandId == null ? null : commands.read(commandId).orElse(null));
  }
}
