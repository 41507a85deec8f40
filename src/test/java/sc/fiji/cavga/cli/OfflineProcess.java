package sc.fiji.cavga.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.DatagramSocketImplFactory;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketImplFactory;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.util.List;
import sc.fiji.cavga.cli.error.ExitCode;

/**
 * Commands in a process whose every way to another machine is shut, and which tells who knocked.
 */
final class OfflineProcess {

  static final String KNOCKED = "Somebody asked for ";

  private OfflineProcess() {}

  /** Notes an attempt, with where it came from. */
  static IOException denied(String what) {
    IOException denied = new IOException("no network here");
    System.out.println(KNOCKED + what);
    denied.printStackTrace(System.out);
    return denied;
  }

  @SuppressWarnings("deprecation")
  private static void shut() throws IOException {
    SocketImplFactory sockets =
        () -> {
          throw new UncheckedIOException(denied("a socket"));
        };
    DatagramSocketImplFactory datagrams =
        () -> {
          throw new UncheckedIOException(denied("a datagram socket"));
        };
    Socket.setSocketImplFactory(sockets);
    ServerSocket.setSocketFactory(sockets);
    DatagramSocket.setDatagramSocketImplFactory(datagrams);
    ProxySelector.setDefault(
        new ProxySelector() {
          @Override
          public List<java.net.Proxy> select(URI uri) {
            throw new UncheckedIOException(denied("the address " + uri));
          }

          @Override
          public void connectFailed(URI uri, SocketAddress address, IOException problem) {
            denied("the address " + uri);
          }
        });
  }

  /** What is shut must be seen to be shut. */
  private static void knock() {
    for (Knock knock : new Knock[] {Socket::new, SocketChannel::open, ServerSocket::new}) {
      try {
        knock.knock();
      } catch (IOException | UncheckedIOException denied) {
        continue;
      }
      throw new AssertionError("a way to other machines is open");
    }
  }

  private interface Knock {
    Object knock() throws IOException;
  }

  /** Commands behind each other, divided by a plus sign; the first argument may be "knock". */
  public static void main(String[] arguments) throws IOException {
    shut();
    if (arguments[0].equals("knock")) {
      knock();
      return;
    }
    PrintWriter out = new PrintWriter(System.out, true);
    for (String command : String.join(" ", arguments).split(" \\+ ")) {
      int code = Main.run(out, out, command.split(" "));
      if (code != ExitCode.DONE) System.exit(code);
    }
  }
}
