package dev.autogen.run;

import dev.autogen.schema.Schema;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a schema as text for the journal, so that an interrupted migration gets the same answer
 * from {@code inspect()}. It holds records of this library, lists, texts, numbers, truth values and
 * enum constants.
 */
final class SchemaText {

  private SchemaText() {}

  static String write(Schema schema) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      write(schema, out);
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("a schema that cannot be written", e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  static Schema read(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    try (DataInputStream in =
        new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
      return (Schema) read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a schema of another version of autogen", e);
    }
  }

  private static void write(@Nullable Object value, DataOutputStream out)
      throws IOException, ReflectiveOperationException {
    if (value == null) {
      out.writeByte('0');
    } else if (value instanceof List<?> list) {
      out.writeByte('L');
      out.writeInt(list.size());
      for (Object each : list) {
        write(each, out);
      }
    } else if (value instanceof Record) {
      out.writeByte('R');
      out.writeUTF(value.getClass().getName());
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        write(component.getAccessor().invoke(value), out);
      }
    } else if (value instanceof Enum<?> constant) {
      out.writeByte('E');
      out.writeUTF(constant.getDeclaringClass().getName());
      out.writeUTF(constant.name());
    } else if (value instanceof Integer number) {
      out.writeByte('I');
      out.writeInt(number);
    } else if (value instanceof Long number) {
      out.writeByte('J');
      out.writeLong(number);
    } else if (value instanceof Boolean truth) {
      out.writeByte(truth ? 'T' : 'F');
    } else {
      byte[] utf8 = ((String) value).getBytes(StandardCharsets.UTF_8);
      out.writeByte('S');
      out.writeInt(utf8.length);
      out.write(utf8);
    }
  }

  private static @Nullable Object read(DataInputStream in)
      throws IOException, ReflectiveOperationException {
    byte kind = in.readByte();
    switch (kind) {
      case '0':
        return null;
      case 'L':
        int size = in.readInt();
        List<@Nullable Object> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
          list.add(read(in));
        }
        return list;
      case 'R':
        return record(type(in.readUTF()), in);
      case 'E':
        return constant(type(in.readUTF()), in.readUTF());
      case 'I':
        return in.readInt();
      case 'J':
        return in.readLong();
      case 'T':
      case 'F':
        return kind == 'T';
      default:
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    if (!name.startsWith(Schema.class.getPackageName() + ".")) {
      throw new ClassNotFoundException(name + " is no part of a schema");
    }
    return Class.forName(name);
  }

  private static Object constant(Class<?> type, String name) throws ReflectiveOperationException {
    return type.getField(name).get(type);
  }

  private static Object record(Class<?> type, DataInputStream in)
      throws IOException, ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = read(in);
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    return type.getDeclaredConstructor(types).newInstance(values);
  }
}
