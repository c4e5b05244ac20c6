package dev.churnagent.values;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/**
 * A short text of a call's arguments for the report, e.g. {@code "device-1", 5, Query{page=2}}. One
 * object for one text; made once for each different key, so it need not be fast. Reads as little of
 * the application as {@link ValueDigest} does.
 */
public final class ValueText {
  private static final int MAX_LENGTH = 200;
  private static final int MAX_STRING = 60;
  private static final int MAX_DEPTH = 3;
  private static final String HIDDEN = "***";

  private final SecretNames secrets;
  private final StringBuilder text = new StringBuilder();
  private boolean redacted;

  private ValueText(SecretNames secrets) {
    this.secrets = secrets;
  }

  /**
   * Writes arguments.
   *
   * @param arguments null stands for none
   * @param names of the parameters, as far as they are known, or null
   */
  public static ValueText of(Object[] arguments, String[] names, SecretNames secrets) {
    ValueText result = new ValueText(secrets);
    int count = arguments == null ? 0 : arguments.length;
    for (int i = 0; i < count && result.text.length() < MAX_LENGTH; i++) {
      result.text.append(i == 0 ? "" : ", ");
      String name = names != null && i < names.length ? names[i] : null;
      result.named(name, arguments[i], 0);
    }
    return result;
  }

  /** Whether something was left out because it is a secret. */
  public boolean isRedacted() {
    return redacted;
  }

  /** The text, at most 200 characters, without control characters. */
  @Override
  public String toString() {
    return text.length() <= MAX_LENGTH ? text.toString() : text.substring(0, MAX_LENGTH - 1) + "…";
  }

  private void named(String name, Object value, int depth) {
    if (value != null && secrets.matches(name)) {
      redacted = true;
      text.append(HIDDEN);
      return;
    }
    int before = text.length();
    try {
      value(value, depth);
    } catch (RuntimeException | Error e) {
      // Changed by another thread while it was read.
      text.setLength(before);
      text.append('?');
    }
  }

  private void value(Object value, int depth) {
    if (value == null) {
      text.append("null");
      return;
    }
    Shape shape = ShapeFinder.of(value.getClass());
    switch (shape.kind) {
      case Shape.STRING -> TextEscape.quoted(text, (String) value, MAX_STRING);
      case Shape.ENUM -> TextEscape.plain(text, ((Enum<?>) value).name(), MAX_STRING);
      case Shape.CLASS -> TextEscape.plain(text, ((Class<?>) value).getName(), MAX_STRING);
      case Shape.PRIMITIVES ->
          text.append(componentType(value)).append(Array.getLength(value)).append(']');
      case Shape.TEXT, Shape.DATE, Shape.DECIMAL, Shape.ADDRESS, Shape.SOCKET_ADDRESS, Shape.BITS ->
          TextEscape.plain(text, JdkText.of(shape, value), MAX_STRING);
      case Shape.VALUE -> jdkValue(shape, value, depth);
      default -> container(shape, value, depth);
    }
  }

  private static String componentType(Object array) {
    return array.getClass().getComponentType().getName() + "[";
  }

  private void jdkValue(Shape shape, Object value, int depth) {
    if (shape.printable) {
      TextEscape.plain(text, value.toString(), MAX_STRING);
    } else {
      fields(shape, value, depth);
    }
  }

  private void container(Shape shape, Object value, int depth) {
    if (depth >= MAX_DEPTH) {
      text.append('…');
      return;
    }
    switch (shape.kind) {
      case Shape.WRAPPER, Shape.KEYS -> value(shape.fields[0].reference(value), depth + 1);
      case Shape.REFERENCES -> elements((Object[]) value, ((Object[]) value).length, depth);
      case Shape.ARRAY_LIST -> {
        Object[] elements = (Object[]) shape.fields[0].reference(value);
        int size = (int) shape.fields[1].bits(value);
        elements(elements, Math.min(size, elements.length), depth);
      }
      case Shape.LIST, Shape.SET -> collection((Collection<?>) value, depth);
      case Shape.MAP -> map((Map<?, ?>) value, depth);
      default -> fields(shape, value, depth);
    }
  }

  private void elements(Object[] elements, int size, int depth) {
    text.append('[');
    for (int i = 0; i < size && text.length() < MAX_LENGTH; i++) {
      text.append(i == 0 ? "" : ", ");
      value(elements[i], depth + 1);
    }
    text.append(']');
  }

  private void collection(Collection<?> collection, int depth) {
    text.append('[');
    String separator = "";
    Iterator<?> each = collection.iterator();
    while (each.hasNext() && text.length() < MAX_LENGTH) {
      text.append(separator);
      value(each.next(), depth + 1);
      separator = ", ";
    }
    text.append(']');
  }

  private void map(Map<?, ?> map, int depth) {
    text.append('{');
    String separator = "";
    Iterator<? extends Map.Entry<?, ?>> each = map.entrySet().iterator();
    while (each.hasNext() && text.length() < MAX_LENGTH) {
      Map.Entry<?, ?> entry = each.next();
      text.append(separator);
      value(entry.getKey(), depth + 1);
      text.append('=');
      named(entry.getKey() instanceof String key ? key : null, entry.getValue(), depth + 1);
      separator = ", ";
    }
    text.append('}');
  }

  /** By the fields that count: all of a record's, the simple ones of any other object. */
  private void fields(Shape shape, Object value, int depth) {
    TextEscape.plain(text, simpleName(shape.name), MAX_STRING);
    String separator = "{";
    for (ValueField field : shape.fields) {
      if ((shape.kind != Shape.OBJECT || field.simple) && text.length() < MAX_LENGTH) {
        text.append(separator).append(field.name).append('=');
        field(field, value, depth);
        separator = ", ";
      }
    }
    if (separator.equals("{")) {
      text.append('@').append(Integer.toHexString(System.identityHashCode(value)));
    } else {
      text.append('}');
    }
  }

  private void field(ValueField field, Object holder, int depth) {
    if (field.isReference()) {
      named(field.name, field.reference(holder), depth + 1);
    } else if (secrets.matches(field.name)) {
      redacted = true;
      text.append(HIDDEN);
    } else {
      field.appendTo(text, holder);
    }
  }

  private static String simpleName(String name) {
    int hidden = name.indexOf('/');
    String binary = hidden < 0 ? name : name.substring(0, hidden);
    return binary.substring(Math.max(binary.lastIndexOf('.'), binary.lastIndexOf('$')) + 1);
  }
}
