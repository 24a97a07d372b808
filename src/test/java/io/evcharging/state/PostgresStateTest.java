package io.evcharging.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.config.StateConfig;
import io.evcharging.testing.TestPostgres;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresStateTest {

  private static final String COLUMNS =
      "select lower(table_name) || '.' || lower(column_name) from information_schema.columns"
          + " where lower(table_name) like 'evcharging%' and lower(table_name) not like '%history'"
          + " order by 1";

  @TempDir Path data;

  @Test
  void shouldHaveTheSameTablesAsTheFile() {
    try (State file = State.open(data);
        State postgres = State.open(TestPostgres.config(), data)) {
      List<String> columns = columns(postgres);
      assertEquals(columns(file), columns);
      assertTrue(columns.contains("evcharging_qrtz_triggers.next_fire_time"), columns::toString);
    }
  }

  private static List<String> columns(State state) {
    return state
        .jdbi()
        .withHandle(handle -> handle.createQuery(COLUMNS).mapTo(String.class).list());
  }

  @Test
  void shouldMakeTheTablesOnce() {
    StateConfig config = TestPostgres.config();
    try (State first = State.open(config, data);
        State second = State.open(config, data)) {
      assertTrue(first.shared());
      assertTrue(Scripts.areAllApplied(second.connections(), "evcharging_schema_history"));
      assertEquals(columns(first), columns(second));
    }
  }

  @Test
  void shouldGiveAStatementUp() {
    StateConfig slow = TestPostgres.config();
    try (State state = State.open(quick(slow), data)) {
      Exception refused =
          assertThrows(
              Exception.class,
              () -> state.jdbi().useHandle(handle -> handle.execute("select pg_sleep(20)")));
      assertTrue(refused.toString().contains("statement timeout"), refused::toString);
    }
  }

  private static StateConfig quick(StateConfig config) {
    return new StateConfig(
        config.url(),
        config.user(),
        config.password(),
        2,
        config.connectTimeout(),
        java.time.Duration.ofSeconds(1),
        config.socketTimeout());
  }

  @Test
  void shouldNameTheDatabaseThatCannotBeReachedAndNoPassword() {
    StateConfig nobody = TestPostgres.config("jdbc:postgresql://127.0.0.1:1/nobody");

    StateException refused = assertThrows(StateException.class, () -> State.open(nobody, data));

    assertTrue(refused.toString().contains("127.0.0.1:1/nobody"), refused::toString);
    assertTrue(!refused.toString().contains("password=postgres"), refused::toString);
  }
}
