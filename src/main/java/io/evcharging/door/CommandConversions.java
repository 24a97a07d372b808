package io.evcharging.door;

import io.evcharging.canonical.CommandResult;
import io.evcharging.command.CommandJson;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.apache.camel.TypeConverterLoaderException;
import org.apache.camel.spi.TypeConverterLoader;
import org.apache.camel.spi.TypeConverterRegistry;
import org.apache.camel.support.SimpleTypeConverter;

/**
 * Makes the JSON of results where a route or an endpoint asks for text, bytes or a stream. Camel
 * finds it in every context, by {@code META-INF/services}.
 */
public final class CommandConversions implements TypeConverterLoader {

  @Override
  public void load(TypeConverterRegistry registry) throws TypeConverterLoaderException {
    registry.addTypeConverter(
        byte[].class,
        CommandResult.class,
        new SimpleTypeConverter(
            false, (type, exchange, value) -> CommandJson.write((CommandResult) value)));
    registry.addTypeConverter(
        String.class,
        CommandResult.class,
        new SimpleTypeConverter(
            false, (type, exchange, value) -> CommandJson.text((CommandResult) value)));
    registry.addTypeConverter(
        InputStream.class,
        CommandResult.class,
        new SimpleTypeConverter(
            false,
            (type, exchange, value) ->
                new ByteArrayInputStream(CommandJson.write((CommandResult) value))));
  }
}
