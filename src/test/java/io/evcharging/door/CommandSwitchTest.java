package io.evcharging.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evcharging.canonical.CommandResult;
import io.evcharging.testing.TestBroker;
import io.evcharging.testing.TestContext;
import java.net.URI;
import java.nio.file.Path;
import javax.management.Attribute;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kill switch by JMX, and an OEM that is not there. */
class CommandSwitchTest {

  private static final String COMMAND = "{\"vehicleId\":\"tesla-1\",\"amperage\":16}";

  @TempDir Path directory;

  @Test
  void shouldSwitchByJmxAndTellNothingSentFromUnknown() throws Exception {
    int nobody = URI.create(TestBroker.freeUrl()).getPort();
    try (TestContext context =
        TestContext.in(directory)
            .withApi("http://127.0.0.1:" + nobody)
            .withSink("host", "mock:host")
            .with("evcharging.command.enabled", "false")
            .start()) {
      assertEquals("Commands are switched off: nothing was sent.", send(context).detail());
      enable(context);
      assertEquals("Smartcar cannot be reached: nothing was sent.", send(context).detail());
    }
  }

  private static CommandResult send(TestContext context) {
    return context
        .camel()
        .createProducerTemplate()
        .requestBody("direct:evcharging-command-amperage", COMMAND, CommandResult.class);
  }

  private static void enable(TestContext context) throws Exception {
    MBeanServer server =
        context.camel().getManagementStrategy().getManagementAgent().getMBeanServer();
    ObjectName name =
        new ObjectName(
            "org.apache.camel:context=%s,type=services,name=CommandSwitch"
                .formatted(context.camel().getManagementName()));
    server.setAttribute(name, new Attribute("Enabled", true));
  }
}
