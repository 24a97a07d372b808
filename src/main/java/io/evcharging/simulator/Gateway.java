package io.evcharging.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where every request arrives: checks the token, lets the faults act, counts, and hands on. */
final class Gateway {

  private static final List<String> NOTED =
      List.of("sc-unit-system", "sc-user-id", "content-type", "accept", "user-agent");

  private final Clock clock;
  private final Fleet fleet;
  private final TokenDesk tokens;
  private final ApplicationLimit limit;
  private final Duration latency;
  private final FaultScript faults = new FaultScript();
  private final CallLog calls = new CallLog();
  private final V2Api v2;
  private final V3Api v3;
  private final ControlDoor control;

  Gateway(SimulatorSettings settings, Fleet fleet, TokenDesk tokens) {
    this.clock = settings.clock();
    this.fleet = fleet;
    this.tokens = tokens;
    this.latency = settings.latency();
    this.limit = new ApplicationLimit(clock, settings.limitCapacity(), settings.limitPerMinute());
    this.v2 = new V2Api(fleet);
    this.v3 = new V3Api(fleet, settings.contentTypeRequired(), settings.maxPageSize());
    this.control = new ControlDoor(fleet, faults, calls, settings);
  }

  FaultScript faults() {
    return faults;
  }

  CallLog calls() {
    return calls;
  }

  Reply answer(Request request) {
    String root = request.path().isEmpty() ? "" : request.path().get(0);
    if (root.equals("simulator")) {
      return guarded(Generation.V3, request, control::answer);
    }
    Reply reply =
        switch (root) {
          case "v2.0" -> guarded(Generation.V2, request, r -> api(Generation.V2, r, v2::answer));
          case "v3" -> guarded(Generation.V3, request, r -> api(Generation.V3, r, v3::answer));
          case "oauth", "oauth2" -> guarded(Generation.V2, request, this::token);
          default ->
              guarded(
                  Generation.V2,
                  request,
                  r -> {
                    throw ApiException.unknownPath();
                  });
        };
    calls.add(call(request, reply.status()));
    return reply.with("SC-Request-Id", request.id());
  }

  private static Reply guarded(
      Generation generation, Request request, Function<Request, Reply> handler) {
    try {
      return handler.apply(request);
    } catch (ApiException e) {
      Reply reply = Reply.json(e.status(), generation.error(e, request.id()));
      for (Map.Entry<String, String> header : e.headers().entrySet()) {
        reply = reply.with(header.getKey(), header.getValue());
      }
      return reply;
    }
  }

  private Reply api(Generation generation, Request request, Function<Request, Reply> handler) {
    SimulatedCar car = countedCar(request);
    if (!tokens.good(request.header("Authorization"), generation)) {
      throw new ApiException(
          401, "AUTHENTICATION", null, "The access token is missing, wrong or expired.");
    }
    if (!limit.take()) {
      throw new ApiException(429, "RATE_LIMIT", "SMARTCAR_API", "The application's limit.");
    }
    Fault fault = fault(car, request.command());
    Reply reply =
        fault == null
            ? handler.apply(request)
            : Faults.apply(fault, () -> guarded(generation, request, handler));
    return reply.after(latency);
  }

  private @Nullable SimulatedCar countedCar(Request request) {
    List<String> path = request.path();
    if (path.size() < 3 || !path.get(1).equals("vehicles")) {
      return null;
    }
    SimulatedCar car = fleet.find(path.get(2));
    if (car != null) {
      calls.countVehicle(path.get(2), Paths.counted(request.pathFrom(3)));
    }
    return car;
  }

  private @Nullable Fault fault(@Nullable SimulatedCar car, boolean command) {
    Fault ofAll = faults.next(command);
    return ofAll != null || car == null ? ofAll : car.faults().next(command);
  }

  private Reply token(Request request) {
    String path = request.pathFrom(0);
    if (!request.post() || !(path.equals("oauth/token") || path.equals("oauth2/token"))) {
      throw ApiException.unknownPath();
    }
    return path.equals("oauth/token") ? tokens.refresh(request) : tokens.clientCredentials(request);
  }

  private Call call(Request request, int status) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : NOTED) {
      String value = request.header(name);
      if (value != null) {
        headers.put(name.toLowerCase(Locale.ROOT), value);
      }
    }
    boolean secret = request.pathFrom(0).startsWith("oauth");
    String body = secret ? "" : new String(request.body(), StandardCharsets.UTF_8);
    return new Call(
        clock.instant(),
        request.method(),
        "/" + request.pathFrom(0),
        request.query(),
        Map.copyOf(headers),
        body,
        status);
  }
}
