package sc.fiji.cavga.architecture.broken.dataset;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.net.Socket;
import java.net.URL;
import org.nd4j.linalg.api.ndarray.INDArray;
import sc.fiji.cavga.architecture.broken.cli.Asks;
import sc.fiji.cavga.architecture.broken.train.KnowsAsking;

/**
 * Breaks what materials must not do: work, ask, show, compute, deserialize, connect, exit, and use
 * what belongs to a library.
 */
public final class KnowsWork {

  private KnowsWork() {}

  public static Object work() {
    return new Object[] {KnowsAsking.asking(), Asks.name()};
  }

  static Color show(INDArray tensor) {
    return new Color(tensor.getInt(0));
  }

  static Object connect(String host) throws IOException, ClassNotFoundException {
    try (Socket socket = new Socket(host, 80);
        InputStream page = new URL("http", host, "/").openStream();
        ObjectInputStream objects = new ObjectInputStream(socket.getInputStream())) {
      return page.read() + objects.readObject().hashCode();
    }
  }

  static Object foreign() {
    return org.nd4j.shade.guava.collect.Lists.newArrayList();
  }

  static void exit() {
    System.exit(0);
  }
}
