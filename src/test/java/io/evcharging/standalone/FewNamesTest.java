package io.evcharging.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evcharging.door.CommandSwitch;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.ManagementMBeansLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ManagementAgent;
import org.junit.jupiter.api.Test;

/** What the program shows by JMX. */
class FewNamesTest {

  @Test
  void shouldNameTheContextRoutesAndOurServicesAlone() throws Exception {
    assertEquals(Set.of("context", "routes", "services"), types(ManagementMBeansLevel.RoutesOnly));
  }

  @Test
  void shouldNameAllWhereThatIsAskedFor() throws Exception {
    assertTrue(types(ManagementMBeansLevel.Default).contains("endpoints"));
  }

  private static Set<String> types(ManagementMBeansLevel level) throws Exception {
    try (DefaultCamelContext context = new DefaultCamelContext()) {
      ManagementAgent agent = context.getManagementStrategy().getManagementAgent();
      agent.setMBeansLevel(level);
      FewNames.giveTo(context);
      context.addService(new CommandSwitch(true));
      context.addRoutes(route());
      context.start();
      ObjectName ours =
          new ObjectName("org.apache.camel:context=" + context.getManagementName() + ",*");
      MBeanServer server = agent.getMBeanServer();
      assertEquals(
          1,
          server.queryNames(new ObjectName(ours.toString() + ",name=CommandSwitch"), null).size());
      return server.queryNames(ours, null).stream()
          .map(name -> name.getKeyProperty("type"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static RouteBuilder route() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:here").to("direct:there");
        from("direct:there").log("there");
      }
    };
  }
}
