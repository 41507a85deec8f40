package sc.fiji.cavga.twomemories;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.factory.DataBufferFactory;

/** Gives every buffer that ND4J's own factory makes its second memory. */
final class BufferFactory implements InvocationHandler {

  private final DataBufferFactory plain;

  BufferFactory(DataBufferFactory plain) {
    this.plain = plain;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    Object first = arguments == null ? null : arguments[0];
    if (first instanceof TwoBuffer && method.getName().equals("create"))
      return new TwoBuffer((TwoBuffer) first, (long) arguments[2], (long) arguments[1]);
    Object made;
    try {
      made = method.invoke(plain, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    if (!(made instanceof DataBuffer) || first instanceof DataBuffer && made == first) return made;
    DataBuffer buffer = (DataBuffer) made;
    if (first instanceof Pointer) return around((Pointer) first, buffer);
    DataBuffer two = TwoBuffer.of(buffer, null);
    if (two instanceof TwoBuffer && !isFilled(arguments)) ((TwoBuffer) two).copies().neverWritten();
    return two;
  }

  /** Java's memory is the one that was given, and the device gets a copy. */
  private DataBuffer around(Pointer given, DataBuffer buffer) {
    DataBuffer device = plain.create(buffer.dataType(), buffer.length(), false);
    Pointer.memcpy(device.pointer(), given, buffer.length() * buffer.getElementSize());
    DataBuffer two = TwoBuffer.of(device, given);
    if (!(two instanceof TwoBuffer)) return buffer;
    ((TwoBuffer) two).copies().toHost();
    return two;
  }

  /** Unless it says of a length that it need not be filled with zeros. */
  private static boolean isFilled(Object[] arguments) {
    for (int i = 1; i < arguments.length; i++)
      if (Boolean.FALSE.equals(arguments[i])
          && (arguments[i - 1] instanceof Long || arguments[i - 1] instanceof DataBuffer))
        return false;
    return true;
  }
}
