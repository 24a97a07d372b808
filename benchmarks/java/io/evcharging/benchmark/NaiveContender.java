package io.evcharging.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.dataformat.JsonLibrary;

/** The route that one writes first: one vehicle after the other, each step as the manual has it. */
final class NaiveContender implements Contender {

  private static final String ROUTE = "naive";

  private final Setup setup;
  private final Path folder;
  private final DefaultCamelContext context = new DefaultCamelContext();

  NaiveContender(Setup setup, String apiUrl, Path folder) throws Exception {
    this.setup = setup;
    this.folder = folder;
    context.getRegistry().bind("mapping", new NaiveMapping());
    context.addRoutes(route(apiUrl));
    context.start();
  }

  private RouteBuilder route(String apiUrl) {
    List<String> vehicles =
        IntStream.range(0, setup.vehicles()).mapToObj(Setup::vehicleId).toList();
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("timer:naive?repeatCount=1&delay=0")
            .routeId(ROUTE)
            .autoStartup(false)
            .setBody(constant(vehicles))
            .split(body())
            .setHeader("vehicle", body())
            .setHeader(Exchange.HTTP_METHOD, constant("GET"))
            .setHeader("Authorization", constant("Bearer benchmark"))
            .setHeader("SC-Unit-System", constant("metric"))
            .setHeader("Content-Type", constant("application/json"))
            .toD(apiUrl + "/vehicles/${header.vehicle}/tesla/charge")
            .unmarshal()
            .json(JsonLibrary.Jackson)
            .bean("mapping")
            .marshal()
            .json(JsonLibrary.Jackson)
            .to("file:" + folder + "?fileName=lines.ndjson&fileExist=Append&appendChars=\\n");
      }
    };
  }

  @Override
  public String name() {
    return "naive Camel route";
  }

  @Override
  public void pollAll() throws Exception {
    NotifyBuilder done = new NotifyBuilder(context).fromRoute(ROUTE).whenDone(1).create();
    context.getRouteController().startRoute(ROUTE);
    try {
      if (!done.matches(Setup.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new TimeoutException("the route has not come to its end");
      }
    } finally {
      context.getRouteController().stopRoute(ROUTE);
    }
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public void close() {
    context.stop();
  }
}
