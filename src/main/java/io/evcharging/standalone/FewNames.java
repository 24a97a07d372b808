package io.evcharging.standalone;

import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.ManagementMBeansLevel;
import org.apache.camel.management.DefaultManagementObjectNameStrategy;
import org.apache.camel.management.mbean.ManagedCamelContext;
import org.apache.camel.management.mbean.ManagedRoute;
import org.apache.camel.management.mbean.ManagedService;
import org.apache.camel.spi.ManagementStrategy;
import org.jspecify.annotations.Nullable;

/**
 * JMX has a name for the context, for each route and for our own services, and for nothing else of
 * Camel: to describe each of 200 endpoints, consumers, producers and pools took a tenth of a start.
 */
final class FewNames extends DefaultManagementObjectNameStrategy {

  private static final String OURS = "io.evcharging.";

  private FewNames(String domain) {
    super(domain);
  }

  /** Unless {@code camel.main.jmxManagementMBeansLevel=Default} asks for all there is. */
  static void giveTo(CamelContext context) {
    ManagementStrategy management = context.getManagementStrategy();
    if (management.getManagementAgent() != null
        && management.getManagementAgent().getMBeansLevel() != ManagementMBeansLevel.Default) {
      management.setManagementObjectNameStrategy(
          new FewNames(management.getManagementAgent().getMBeanObjectDomainName()));
    }
  }

  @Override
  public @Nullable ObjectName getObjectName(Object managed) throws MalformedObjectNameException {
    return isWanted(managed) ? super.getObjectName(managed) : null;
  }

  private static boolean isWanted(Object managed) {
    return managed instanceof ManagedCamelContext
        || managed instanceof ManagedRoute
        || (managed instanceof ManagedService some
            && some.getService().getClass().getName().startsWith(OURS));
  }
}
