package io.evcharging.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.evcharging.canonical.ChargingObservation;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is written out by hand is what a serializer finds. */
class ObservationJsonTest {

  private static final JsonMapper FINDS_ALL =
      JsonMapper.builder()
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addSerializer(LocalTime.class, ToStringSerializer.instance))
          .build();

  private static final Map<Class<?>, Object> SCALARS =
      Map.of(
          String.class,
          "some text",
          Boolean.class,
          true,
          Integer.class,
          3,
          Long.class,
          4L,
          BigDecimal.class,
          new BigDecimal("1.5"),
          Instant.class,
          Instant.parse("2026-11-20T08:15:00Z"),
          LocalTime.class,
          LocalTime.of(8, 15, 30),
          UUID.class,
          new UUID(1, 2),
          Object.class,
          "as it came");

  @Test
  void shouldWriteEveryFieldOfTheModel() throws Exception {
    NormalisedObservation full =
        new ObservationWriter().write((ChargingObservation) filled(ChargingObservation.class));
    JsonNode found = FINDS_ALL.readTree(FINDS_ALL.writeValueAsBytes(full.observation()));

    assertEquals(found, withoutType(full.json()));
  }

  private static JsonNode withoutType(byte[] json) throws IOException {
    JsonNode written = FINDS_ALL.readTree(json);
    ((ObjectNode) written).remove("type");
    return written;
  }

  /** A value of any type of the model, with a value in every component. */
  private static Object filled(Type type) throws ReflectiveOperationException {
    if (type instanceof ParameterizedType of) {
      Type[] arguments = of.getActualTypeArguments();
      return of.getRawType() == List.class
          ? List.of(filled(arguments[0]))
          : Map.of("a.field", filled(arguments[1]));
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isEnum()) {
      return plain.getEnumConstants()[0];
    }
    return plain.isRecord() ? filledRecord(plain) : Objects.requireNonNull(SCALARS.get(plain));
  }

  private static Object filledRecord(Class<?> type) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = filled(components[i].getGenericType());
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    return type.getConstructor(types).newInstance(values);
  }
}
