package io.evcharging.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.config.QuotaConfig;
import io.evcharging.config.QuotaConfig.WhenFull;
import io.evcharging.testing.TestContext;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskConditionTest {

  private static final int MEGABYTE = 1 << 20;

  @TempDir private Path directory;

  @Test
  void shouldBeWellWithinItsBoundsAndSayHowMuchThereIs() throws Exception {
    try (TestContext context = quota(10 * MEGABYTE)) {
      HealthCheck.Result result = check(context).call();
      assertEquals(HealthCheck.State.UP, result.getState());
      assertTrue(bytes(result, "usedBytes") > 0, result::toString);
      assertTrue(bytes(result, "freeBytes") > 0, result::toString);
    }
  }

  @Test
  void shouldBeIllOverItsQuota() throws Exception {
    Files.write(directory.resolve("filler"), new byte[5 * MEGABYTE]);
    try (TestContext context = quota(4 * MEGABYTE)) {
      assertIll("evcharging.data-directory.quota", check(context).call());
    }
  }

  @Test
  void shouldBeIllWhenTheDiskHasLessLeftThanItShould() throws Exception {
    try (TestContext context =
        TestContext.in(directory)
            .with("evcharging.data-directory.keep-free", Long.toString(1L << 52))
            .withSink("host", "mock:host")
            .start()) {
      assertIll("evcharging.data-directory.keep-free", check(context).call());
    }
  }

  @Test
  void shouldBeIllWhereThereIsNothingToLookAt() {
    QuotaConfig bounds = new QuotaConfig(0, 0, WhenFull.STOP_POLLING);
    try (TestContext context = quota(10 * MEGABYTE)) {
      DiskCondition condition =
          new DiskCondition(
              directory.resolve("gone"),
              bounds,
              context.bean("evchargingDataQuota", io.evcharging.deliver.DataQuota.class));
      assertFalse(condition.read().well());
      assertTrue(condition.read().reason().contains("cannot be looked at"));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private TestContext quota(int bytes) throws Exception {
    return TestContext.in(directory)
        .with("evcharging.data-directory.quota", Integer.toString(bytes))
        .withSink("host", "mock:host")
        .start();
  }

  private static HealthCheck check(TestContext context) {
    return context.bean("evchargingHealth-disk", HealthCheck.class);
  }

  private static long bytes(HealthCheck.Result result, String fact) {
    return result.getDetails().get(fact) instanceof Long bytes ? bytes : -1;
  }

  private static void assertIll(String key, HealthCheck.Result result) {
    assertEquals(HealthCheck.State.DOWN, result.getState());
    assertTrue(result.getMessage().orElse("").contains(key), result::toString);
  }
}
