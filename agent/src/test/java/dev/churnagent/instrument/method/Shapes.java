package dev.churnagent.instrument.method;

import java.io.IOException;

/** Methods of every signature that advice could break. */
public class Shapes {
  private int calls;

  public boolean aBoolean(boolean value) {
    return value;
  }

  public byte aByte(byte value) {
    return value;
  }

  public char aChar(char value) {
    return value;
  }

  public short aShort(short value) {
    return value;
  }

  public int anInt(int value) {
    return value;
  }

  public long aLong(long value) {
    return value;
  }

  public float aFloat(float value) {
    return value;
  }

  public double aDouble(double value) {
    return value;
  }

  public String[] array(String[] value) {
    return value;
  }

  public void nothing() {
    calls++;
  }

  public static String free(String value) {
    return value;
  }

  public synchronized int locked(Thread by) {
    if (!Thread.holdsLock(this)) {
      throw new IllegalStateException("not locked by " + by);
    }
    return ++calls;
  }

  public String wide(long a, double b, int c, long[] d, String e, double f, long g) {
    a++;
    double sum = a + b + c + d[0] + f + g;
    return e + sum;
  }

  public int loop(int times) {
    int sum = 0;
    for (int i = 0; i < times; i++) {
      try {
        sum += i % 3 == 0 ? fail(i) : i;
      } catch (IllegalStateException e) {
        sum -= 1;
      } finally {
        sum += 100;
      }
    }
    return sum;
  }

  private static int fail(int value) {
    if (value >= 0) {
      throw new IllegalStateException();
    }
    return value;
  }

  public Object checked(Object thrown) throws IOException {
    if (thrown instanceof IOException) {
      throw (IOException) thrown;
    }
    return thrown;
  }

  public int branches(Object value) {
    if (value instanceof String) {
      String text = (String) value;
      return text.length();
    }
    if (value instanceof Integer) {
      long number = (Integer) value;
      return (int) (number * 2);
    }
    return value == null ? -1 : 0;
  }
}
