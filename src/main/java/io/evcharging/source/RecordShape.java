package io.evcharging.source;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record's components, and how to make one from their values. Made once for each type: what is
 * done for each record involves no reflection.
 *
 * @param <R> a public record
 */
public final class RecordShape<R extends Record> {

  private final Class<R> type;
  private final List<RecordComponent> components;
  private final MethodHandle constructor;

  /**
   * @param type a public record
   */
  public RecordShape(Class<R> type) {
    this.type = type;
    this.components = List.of(type.getRecordComponents());
    Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      this.constructor =
          MethodHandles.publicLookup()
              .unreflectConstructor(type.getConstructor(types))
              .asSpreader(Object[].class, types.length)
              .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException notPublic) {
      throw new IllegalArgumentException(type + " is not a public record", notPublic);
    }
  }

  /** The components, in order. */
  public List<RecordComponent> components() {
    return components;
  }

  /**
   * Makes a record.
   *
   * @param values one for each component, in order
   */
  public R create(@Nullable Object[] values) {
    try {
      return type.cast((Object) constructor.invokeExact(values));
    } catch (RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable checked) {
      throw new IllegalStateException(type + " from " + Arrays.toString(values), checked);
    }
  }
}
