package io.evcharging.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** What a class logs, from INFO up, while this is open, as it would stand in the log. */
public final class Logged implements AutoCloseable {

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Logger logger;
  private final Level usual;
  private final AbstractAppender appender;

  private Logged(String who) {
    logger = (Logger) LogManager.getLogger(who);
    usual = logger.getLevel();
    appender =
        new AbstractAppender(who, null, null, true, Property.EMPTY_ARRAY) {
          @Override
          public void append(LogEvent event) {
            lines.add(event.getLevel() + " " + event.getMessage().getFormattedMessage());
          }
        };
    appender.start();
    logger.addAppender(appender);
    logger.setLevel(Level.INFO);
  }

  /** Listens to a class. */
  public static Logged by(Class<?> who) {
    return new Logged(who.getName());
  }

  /** Listens to a class that cannot be seen from everywhere. */
  public static Logged by(String className) {
    return new Logged(className);
  }

  /** Level and text of each, in their order. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** How many of them are warnings. */
  public long warnings() {
    return lines.stream().filter(line -> line.startsWith("WARN ")).count();
  }

  @Override
  public void close() {
    logger.removeAppender(appender);
    logger.setLevel(usual);
  }
}
