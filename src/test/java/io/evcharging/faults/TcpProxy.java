package io.evcharging.faults;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Stands between a client and a server, and spoils what goes by: cuts, delays, drops. */
public final class TcpProxy implements AutoCloseable {

  /** What it does with what goes by. */
  public enum Mood {
    /** Passes everything on at once. */
    PASS,
    /** Passes everything on, each piece late. */
    DELAY,
    /** Takes everything and passes nothing on, without a word to either side. */
    DROP,
    /** Ends every connection, and each that is tried. */
    CUT
  }

  private static final int BUFFER = 16 << 10;
  private static final int LATE_MILLIS = 300;

  private final int target;
  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Mood mood = Mood.PASS;

  private TcpProxy(int target) throws IOException {
    this.target = target;
  }

  /** Before what listens on a port of this machine. */
  public static TcpProxy to(int port) throws IOException {
    TcpProxy proxy = new TcpProxy(port);
    proxy.inThread(proxy::accept);
    return proxy;
  }

  /** Where it listens. */
  public String url() {
    return "tcp://127.0.0.1:" + door.getLocalPort();
  }

  /** From now on. A connection that has been dropped from is broken, and ends when that is over. */
  public void be(Mood next) {
    Mood before = mood;
    mood = next;
    if (next == Mood.CUT || before == Mood.DROP) {
      sockets.forEach(TcpProxy::end);
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = door.accept();
        if (mood == Mood.CUT) {
          end(client);
        } else {
          connect(client);
        }
      }
    } catch (IOException closed) {
      sockets.forEach(TcpProxy::end);
    }
  }

  private void connect(Socket client) {
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      sockets.add(client);
      sockets.add(server);
      inThread(() -> pass(client, server));
      inThread(() -> pass(server, client));
    } catch (IOException nobodyThere) {
      end(client);
    }
  }

  private void pass(Socket from, Socket to) {
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (mood == Mood.DELAY) {
          TimeUnit.MILLISECONDS.sleep(LATE_MILLIS);
        }
        if (mood != Mood.DROP) {
          out.write(buffer, 0, read);
          out.flush();
        }
      }
    } catch (IOException | InterruptedException ended) {
      // Both ends go below.
    }
    end(from);
    end(to);
    sockets.remove(from);
    sockets.remove(to);
  }

  private static void end(Closeable socket) {
    try {
      socket.close();
    } catch (IOException goneAnyway) {
      // Nothing is left to close.
    }
  }

  private void inThread(Runnable task) {
    Thread thread = new Thread(task, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
    sockets.forEach(TcpProxy::end);
  }
}
