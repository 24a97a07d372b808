package io.evcharging.testing;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.event.Level;
import org.slf4j.helpers.MessageFormatter;

/** What was logged. */
public final class LogLines {

  private final List<Line> lines = new CopyOnWriteArrayList<>();

  /** For whoever is to be listened to. */
  public Logger logger() {
    return (Logger)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Logger.class},
            (logger, method, arguments) -> {
              Object[] values =
                  arguments[1] instanceof Object[] several
                      ? several
                      : Arrays.copyOfRange(arguments, 1, arguments.length);
              String text =
                  MessageFormatter.arrayFormat((String) arguments[0], values).getMessage();
              lines.add(new Line(Level.valueOf(method.getName().toUpperCase(Locale.ROOT)), text));
              return null;
            });
  }

  /** What was said so loudly, in its order. */
  public List<String> at(Level level) {
    return lines.stream().filter(line -> line.level == level).map(Line::text).toList();
  }

  private record Line(Level level, String text) {}
}
