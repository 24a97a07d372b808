package io.evcharging.config;

import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The whole configuration, checked. What each key means and allows is said in {@code
 * config/evcharging.properties}.
 *
 * @param smartcar the source API
 * @param vehicles where the vehicles are listed
 * @param dataDirectory the folder for everything that is written
 * @param quota how much that may take
 * @param routes which route files run, a Camel resource pattern
 * @param http the HTTP door
 * @param door the REST door for commands
 * @param channels the channels between the stages
 * @param poll what is polled, and when
 * @param budget how many calls may be made
 * @param rawArchive the archive of raw answers
 * @param deliver where observations go
 * @param command what vehicles are told
 * @param jms the JMS broker
 * @param health when something counts as ill
 * @param state where the tables are
 * @param cluster whether this is one of many nodes
 */
public record EvChargingConfig(
    SmartcarConfig smartcar,
    VehiclesConfig vehicles,
    Path dataDirectory,
    QuotaConfig quota,
    String routes,
    HttpConfig http,
    DoorConfig door,
    ChannelsConfig channels,
    PollConfig poll,
    BudgetConfig budget,
    RawArchiveConfig rawArchive,
    DeliverConfig deliver,
    CommandConfig command,
    JmsConfig jms,
    HealthConfig health,
    StateConfig state,
    ClusterConfig cluster) {

  /**
   * Reads and checks every key, for a host that brings its own JMS broker, with no look at what is
   * there.
   *
   * @param settings the values in force
   * @return valid as a whole
   * @throws ConfigurationException with all faults
   */
  public static EvChargingConfig read(Settings settings) {
    return read(settings, Surroundings.unseen(false));
  }

  /**
   * Reads and checks every key.
   *
   * @param settings the values in force
   * @param around where it is going to run
   * @return valid as a whole
   * @throws ConfigurationException with all faults
   */
  public static EvChargingConfig read(Settings settings, Surroundings around) {
    Values values = new Values(settings, around);
    SmartcarConfig smartcar = SmartcarConfig.read(values);
    Path dataDirectory = values.folder("evcharging.data-directory");
    QuotaConfig quota = QuotaConfig.read(values);
    VehiclesConfig vehicles = VehiclesConfig.read(values, dataDirectory);
    String routes = routes(values);
    HttpConfig http = HttpConfig.read(values);
    DoorConfig door = DoorConfig.read(values, settings.names());
    ChannelsConfig channels = ChannelsConfig.read(values);
    PollConfig poll = PollConfig.read(values);
    BudgetConfig budget = BudgetConfig.read(values);
    RawArchiveConfig rawArchive = RawArchiveConfig.read(values);
    DeliverConfig deliver = DeliverConfig.read(values);
    CommandConfig command = CommandConfig.read(values);
    JmsConfig jms = JmsConfig.read(values, usesJms(channels, deliver, command));
    HealthConfig health = HealthConfig.read(values);
    StateConfig state = StateConfig.read(values);
    ClusterConfig cluster = ClusterConfig.read(values, state, channels, jms);
    values.refuseUnknown(settings.names());
    values.throwIfFaulty();
    return new EvChargingConfig(
        smartcar,
        vehicles,
        dataDirectory,
        quota,
        routes,
        http,
        door,
        channels,
        poll,
        budget,
        rawArchive,
        deliver,
        command,
        jms,
        health,
        state,
        cluster);
  }

  private static String routes(Values values) {
    String key = "evcharging.routes";
    String routes = values.text(key, "a Camel resource pattern");
    if (!routes.isEmpty() && !values.around().hasFiles(routes)) {
      values.fault(key, "names no file, and routes/*.camel.yaml are needed");
    }
    return routes;
  }

  /**
   * Whether the JMS broker is needed: by the sink {@code jms}, by the JMS door, or by a channel or
   * another sink whose URI begins with {@code evcharging-jms:}.
   *
   * @return true if there must be a connection to it
   */
  public boolean usesJms() {
    return usesJms(channels, deliver, command);
  }

  private static boolean usesJms(
      ChannelsConfig channels, DeliverConfig deliver, CommandConfig command) {
    return deliver.hasSink("jms")
        || command.jms().enabled()
        || Stream.concat(
                Stream.of(channels.polls(), channels.observations()),
                deliver.sinks().stream().map(SinkConfig::uri))
            .anyMatch(uri -> uri.startsWith(JmsConfig.SCHEME));
  }
}
