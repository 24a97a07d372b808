package io.evcharging.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;

/**
 * Answers Tesla's documented charge status to every vehicle, each over a connection that stays
 * open, from one thread: a process of its own, so that its work is not counted as the client's. It
 * prints its port, and ends when its input does.
 */
final class TeslaServer {

  private final long latencyNanos;
  private final Selector selector = Selector.open();
  private final ServerSocketChannel door = ServerSocketChannel.open();

  /** The latency is the same for all: who asked first is answered first. */
  private final Queue<Waiting> waiting = new ArrayDeque<>();

  private record Waiting(Connection connection, long due) {}

  private TeslaServer(Duration latency) throws IOException {
    latencyNanos = latency.toNanos();
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    door.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
  }

  /**
   * Serves until the input ends.
   *
   * @param args the latency in milliseconds
   */
  public static void main(String[] args) throws IOException {
    TeslaServer server = new TeslaServer(Duration.ofMillis(Long.parseLong(args[0])));
    Thread serving = new Thread(server::serve, "server");
    serving.setDaemon(true);
    serving.start();
    System.out.println(server.door.socket().getLocalPort());
    while (System.in.read() >= 0) {
      // The client is still there.
    }
  }

  private void serve() {
    try {
      while (true) {
        selector.select(millisToWait());
        Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
        while (ready.hasNext()) {
          serve(ready.next());
          ready.remove();
        }
        answerWhoIsDue();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@link Selector#select(long)} has it: 0 is for ever. */
  private long millisToWait() {
    Waiting next = waiting.peek();
    return next == null ? 0 : Math.max(1, (next.due - System.nanoTime()) / 1_000_000);
  }

  private void serve(SelectionKey key) throws IOException {
    if (key.isAcceptable()) {
      SocketChannel client = door.accept();
      client.setOption(StandardSocketOptions.TCP_NODELAY, true).configureBlocking(false);
      client.register(selector, SelectionKey.OP_READ, new Connection(client));
      return;
    }
    Connection connection = (Connection) key.attachment();
    if (hasRead(connection)) {
      if (latencyNanos == 0) {
        answer(connection);
      } else {
        waiting.add(new Waiting(connection, System.nanoTime() + latencyNanos));
      }
    }
  }

  /** A client that was killed resets its connections. */
  private static boolean hasRead(Connection connection) throws IOException {
    try {
      return connection.hasReadRequest();
    } catch (IOException reset) {
      connection.close();
      return false;
    }
  }

  private static void answer(Connection connection) throws IOException {
    try {
      connection.answer();
    } catch (IOException reset) {
      connection.close();
    }
  }

  private void answerWhoIsDue() throws IOException {
    for (Waiting next = waiting.peek();
        next != null && next.due <= System.nanoTime();
        next = waiting.peek()) {
      answer(waiting.remove().connection);
    }
  }
}
