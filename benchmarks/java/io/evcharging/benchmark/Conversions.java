package io.evcharging.benchmark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConverter;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.converter.DefaultTypeConverter;
import org.apache.camel.support.PluginHelper;

/**
 * Counts what Camel's type converters are asked for in vain. Each such question searches the whole
 * registry: Camel's own statistics leave out those that are only a try, although they cost the
 * same.
 */
final class Conversions {

  private final LongAdder asked = new LongAdder();
  private final Map<String, LongAdder> misses = new ConcurrentHashMap<>();

  /** A context whose conversions are counted here. */
  CamelContext context() {
    return new CountedContext();
  }

  void reset() {
    asked.reset();
    misses.clear();
  }

  /** How many conversions were asked for, to a type that the value did not have. */
  long asked() {
    return asked.sum();
  }

  /** What was asked for in vain, from which type to which, and how often. */
  Map<String, Long> misses() {
    return misses.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, miss -> miss.getValue().sum()));
  }

  private final class CountedContext extends DefaultCamelContext {

    @Override
    protected TypeConverter createTypeConverter() {
      return new Counted(this);
    }
  }

  private final class Counted extends DefaultTypeConverter {

    Counted(CamelContext context) {
      super(
          context,
          PluginHelper.getPackageScanClassResolver(context),
          context.getInjector(),
          context.isLoadTypeConverters(),
          false);
    }

    @Override
    protected Object doConvertTo(
        Class<?> type, Exchange exchange, Object value, boolean tryConvert) {
      Object answer = super.doConvertTo(type, exchange, value, tryConvert);
      if (value != null && !type.isInstance(value)) {
        asked.increment();
        if (answer == null || answer == MISS_VALUE) {
          String miss = value.getClass().getSimpleName() + " to " + type.getSimpleName();
          misses.computeIfAbsent(miss, name -> new LongAdder()).increment();
        }
      }
      return answer;
    }
  }
}
