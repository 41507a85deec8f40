package sc.fiji.cavga.render.deflate;

import java.util.PriorityQueue;

/** A code of RFC 1951: frequent symbols have few bits. The same frequencies give the same code. */
final class HuffmanCode {

  private final int[] lengths;
  private final int[] codes;

  /**
   * @param frequencies of the symbols; two at least are not 0
   * @param longest the most bits that a symbol may have
   */
  HuffmanCode(int[] frequencies, int longest) {
    lengths = new int[frequencies.length];
    int[] flattened = frequencies.clone();
    while (measure(flattened) > longest)
      for (int i = 0; i < flattened.length; i++) flattened[i] = (flattened[i] + 1) / 2;
    codes = codes(longest);
  }

  /** A symbol or a pair of nodes. */
  private static final class Node implements Comparable<Node> {

    private final long weight;
    private final int order;
    private final Node left;
    private final Node right;

    Node(long weight, int order, Node left, Node right) {
      this.weight = weight;
      this.order = order;
      this.left = left;
      this.right = right;
    }

    @Override
    public int compareTo(Node other) {
      return weight == other.weight
          ? Integer.compare(order, other.order)
          : Long.compare(weight, other.weight);
    }
  }

  /** Sets the lengths and gives the longest. */
  private int measure(int... frequencies) {
    PriorityQueue<Node> nodes = new PriorityQueue<>();
    for (int i = 0; i < frequencies.length; i++)
      if (frequencies[i] > 0) nodes.add(new Node(frequencies[i], i, null, null));
    int order = frequencies.length;
    while (nodes.size() > 1) {
      Node left = nodes.remove();
      Node right = nodes.remove();
      nodes.add(new Node(left.weight + right.weight, order++, left, right));
    }
    return measure(nodes.remove(), 0);
  }

  private int measure(Node node, int depth) {
    if (node.left == null) return lengths[node.order] = depth;
    return Math.max(measure(node.left, depth + 1), measure(node.right, depth + 1));
  }

  /** Those of one length follow each other; the bits lie as they are written, the first lowest. */
  private int[] codes(int longest) {
    int[] found = new int[lengths.length];
    int code = 0;
    for (int length = 1; length <= longest; length++) {
      for (int i = 0; i < lengths.length; i++)
        if (lengths[i] == length) found[i] = Integer.reverse(code++) >>> Integer.SIZE - length;
      code <<= 1;
    }
    return found;
  }

  void write(int symbol, BitOutput out) {
    out.write(codes[symbol], lengths[symbol]);
  }

  /** In bits; 0 where it does not occur. */
  int length(int symbol) {
    return lengths[symbol];
  }
}
