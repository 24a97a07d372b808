package io.evcharging.config;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The configuration cannot be used. Names all faults at once, and no secret. */
public final class ConfigurationException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;
  private static final int SHOWN = 100;

  private final transient List<Fault> faults;

  /**
   * The message is the title and one line for each fault, of very many the first hundred.
   *
   * @param subject what is wrong, e.g. {@code The configuration}
   * @param faults at least one
   */
  public ConfigurationException(String subject, List<Fault> faults) {
    super(message(subject, faults));
    this.faults = List.copyOf(faults);
  }

  /**
   * Everything that is wrong.
   *
   * @return in the order in which it was found
   */
  public List<Fault> faults() {
    return faults;
  }

  /** The title and the faults. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  private static String message(String subject, List<Fault> faults) {
    String title =
        subject + (faults.size() == 1 ? " has a fault:" : " has " + faults.size() + " faults:");
    String lines =
        faults.stream()
            .limit(SHOWN)
            .map(fault -> System.lineSeparator() + "  " + fault)
            .collect(Collectors.joining());
    int more = faults.size() - SHOWN;
    return title + lines + (more > 0 ? System.lineSeparator() + "  and " + more + " more" : "");
  }
}
