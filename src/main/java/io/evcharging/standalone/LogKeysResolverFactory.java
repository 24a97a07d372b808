package io.evcharging.standalone;

import java.util.Map;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.apache.logging.log4j.layout.template.json.resolver.EventResolver;
import org.apache.logging.log4j.layout.template.json.resolver.EventResolverContext;
import org.apache.logging.log4j.layout.template.json.resolver.EventResolverFactory;
import org.apache.logging.log4j.layout.template.json.resolver.TemplateResolverConfig;
import org.apache.logging.log4j.layout.template.json.resolver.TemplateResolverFactory;
import org.apache.logging.log4j.layout.template.json.util.JsonWriter;

/**
 * Gives {@code log-event.json} the resolver {@code evchargingKeys}: each key of the line becomes a
 * field of the JSON. The lines themselves stay text, because a host's logging would drop anything
 * else.
 */
@Plugin(name = "EvChargingLogKeys", category = TemplateResolverFactory.CATEGORY)
public final class LogKeysResolverFactory implements EventResolverFactory {

  private static final LogKeysResolverFactory INSTANCE = new LogKeysResolverFactory();

  private LogKeysResolverFactory() {}

  /** Called by Log4j. */
  @PluginFactory
  public static LogKeysResolverFactory getInstance() {
    return INSTANCE;
  }

  @Override
  public String getName() {
    return "evchargingKeys";
  }

  @Override
  public EventResolver create(EventResolverContext context, TemplateResolverConfig config) {
    return new Resolver();
  }

  private static final class Resolver implements EventResolver {

    @Override
    public boolean isFlattening() {
      return true;
    }

    @Override
    public boolean isResolvable(LogEvent event) {
      return !keys(event).isEmpty();
    }

    @Override
    public void resolve(LogEvent event, JsonWriter writer) {
      resolve(event, writer, false);
    }

    @Override
    public void resolve(LogEvent event, JsonWriter writer, boolean succeedingEntry) {
      boolean comma = succeedingEntry;
      for (Map.Entry<String, String> key : keys(event).entrySet()) {
        if (comma) {
          writer.writeSeparator();
        }
        writer.writeObjectKey(key.getKey());
        writer.writeString(key.getValue());
        comma = true;
      }
    }

    private static Map<String, String> keys(LogEvent event) {
      return LogKeys.of(event.getMessage().getFormattedMessage());
    }
  }
}
