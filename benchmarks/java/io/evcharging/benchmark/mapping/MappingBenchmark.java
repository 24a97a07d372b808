package io.evcharging.benchmark.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.evcharging.normalise.Answer;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From the bytes of an answer to the bytes of its observation, one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@NullUnmarked // JMH fills it
public class MappingBenchmark {

  private static final JsonFactory FACTORY = new JsonFactory();

  @Param public Sample sample;

  private Answer answer;
  private Contender normaliser;
  private Contender byHand;
  private Contender jslt;
  private Contender jolt;

  /** Makes the contenders. That they say the same is a test's business. */
  @Setup
  public void prepare() throws IOException {
    answer = sample.answer();
    normaliser = Contenders.normaliser();
    byHand = Contenders.byHand(sample);
    jslt = Contenders.jslt(sample);
    jolt = Contenders.jolt(sample);
  }

  /** The floor: every token is read, and nothing is made of it. */
  @Benchmark
  public int parseOnly() throws IOException {
    int tokens = 0;
    try (JsonParser parser = FACTORY.createParser(answer.pages().get(0))) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }

  @Benchmark
  public byte[] byHand() throws IOException {
    return byHand.map(answer);
  }

  @Benchmark
  public byte[] normaliser() throws IOException {
    return normaliser.map(answer);
  }

  @Benchmark
  public byte[] jslt() throws IOException {
    return jslt.map(answer);
  }

  @Benchmark
  public byte[] jolt() throws IOException {
    return jolt.map(answer);
  }
}
