package io.evcharging;

import io.evcharging.config.Surroundings;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;

/** What a Camel context has, seen without adding anything to it. */
public class CamelSurroundings implements Surroundings {

  private final CamelContext context;

  /**
   * Looks into a context.
   *
   * @param context started or not
   */
  public CamelSurroundings(CamelContext context) {
    this.context = context;
  }

  @Override
  public boolean hasBroker() {
    return false;
  }

  @Override
  public boolean hasComponent(String scheme) {
    return scheme.equals(JmsSetup.COMPONENT)
        || context.hasComponent(scheme) != null
        || canBeMade(scheme);
  }

  private boolean canBeMade(String scheme) {
    try {
      return PluginHelper.getComponentResolver(context).resolveComponent(scheme, context) != null;
    } catch (Exception brokenComponent) {
      return false;
    }
  }

  @Override
  public boolean hasFiles(String pattern) {
    try {
      return !files(context, pattern).isEmpty();
    } catch (Exception notAPattern) {
      return false;
    }
  }

  /** A host's folders are the host's business. */
  @Override
  public Optional<String> obstacle(Path folder) {
    return Optional.empty();
  }

  /** Sorted, so that the order in which a file system lists them makes no difference. */
  static List<Resource> files(CamelContext context, String pattern) throws Exception {
    List<Resource> files = new ArrayList<>();
    try {
      files.addAll(PluginHelper.getPackageScanResourceResolver(context).findResources(pattern));
    } catch (NoSuchFileException noSuchFolder) {
      // The same as a folder with nothing in it.
    }
    files.sort(Comparator.comparing(Resource::getLocation));
    return files;
  }
}
