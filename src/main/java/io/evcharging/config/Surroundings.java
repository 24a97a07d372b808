package io.evcharging.config;

import java.nio.file.Path;
import java.util.Optional;

/** What a configuration is checked against, besides itself: where it is going to run. */
public interface Surroundings {

  /**
   * Whether there is a JMS broker inside.
   *
   * @return true in the standalone runner alone
   */
  boolean hasBroker();

  /**
   * Whether Camel has a component.
   *
   * @param scheme how an endpoint's URI begins, e.g. {@code kafka}
   * @return false when endpoints with it cannot be made
   */
  boolean hasComponent(String scheme);

  /**
   * Whether a pattern names any file.
   *
   * @param pattern a Camel resource pattern
   * @return false when there is none
   */
  boolean hasFiles(String pattern);

  /**
   * What is in the way of writing into a folder. Leaves no trace there.
   *
   * @param folder need not be there yet
   * @return empty when it can be written, or made, as far as can be seen
   */
  Optional<String> obstacle(Path folder);

  /**
   * Those of which nothing can be seen: everything may be there.
   *
   * @param broker whether there is a JMS broker inside
   * @return without any look
   */
  static Surroundings unseen(boolean broker) {
    return new Surroundings() {
      @Override
      public boolean hasBroker() {
        return broker;
      }

      @Override
      public boolean hasComponent(String scheme) {
        return true;
      }

      @Override
      public boolean hasFiles(String pattern) {
        return true;
      }

      @Override
      public Optional<String> obstacle(Path folder) {
        return Optional.empty();
      }
    };
  }
}
