package sc.fiji.cavga.cli;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/** Gives no channels to other machines, and tells who asked. */
public final class DenyingSelectorProvider extends SelectorProvider {

  private static IOException denied() {
    return OfflineProcess.denied("a channel");
  }

  @Override
  public DatagramChannel openDatagramChannel() throws IOException {
    throw denied();
  }

  @Override
  public DatagramChannel openDatagramChannel(ProtocolFamily family) throws IOException {
    throw denied();
  }

  @Override
  public Pipe openPipe() throws IOException {
    throw denied();
  }

  @Override
  public AbstractSelector openSelector() throws IOException {
    throw denied();
  }

  @Override
  public ServerSocketChannel openServerSocketChannel() throws IOException {
    throw denied();
  }

  @Override
  public SocketChannel openSocketChannel() throws IOException {
    throw denied();
  }
}
