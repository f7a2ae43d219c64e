package dev.autogen.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The checksum of a migration is of what it means: of a thousand changes, none is mistaken. */
class SourceChecksumTest {

  private static final int CHANGES = 1000;
  private static final long SEED = Long.getLong("autogen.test.seed", LocalDate.now().toEpochDay());

  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  private static final StandardJavaFileManager FILES =
      COMPILER.getStandardFileManager(null, null, null);

  private static final List<String> IMPORTS =
      List.of(
          "import static dev.autogen.migration.Definitions.*;",
          "import dev.autogen.migration.Migration;",
          "import dev.autogen.migration.Operations;",
          "import dev.autogen.migration.Revision;",
          "import java.util.List;",
          "import java.util.Map;");

  /** Where · stands, there may be a gap; where a space stands, there must be one. */
  private static final String BODY =
      """
      @·Revision·(·id·=·"a1"·,·revises·=·{·"b2"·,·"c3"·}·)
      public final class M_a1 implements Migration·{
        static·<·T extends Comparable·<·T·>·>·Map·<·T·,·List·<·List·<·T·>·>·>·none·(·)·{
          return Map·.·of·(·)·;
        }
        @·Override public void upgrade·(·Operations op·)·{
          int i·=·-·1·+·0x1e·-·5·;
          long wide·=·1_000L·>>>·3·;
          double small·=·.5e-3·+·1.e+2·;
          char quote·=·'\\''·;
          for·(·int k·=·i·;·k·<·3·&&·i·!=·k·;·k·++·)·{
            i·=·k·+ + +·i·- -·k·;
          }
          op·.·execute·(·"insert into t values ('// no comment', '/* nor this */', \\"x\\")"·)·;
          Runnable r·=·(·)·->·op·.·execute·(·"größe \\t \\\\ größer"·)·;
          op·.·execute·(
              ¶\"""
              create table t (
                id bigint, -- a comment of SQL
                name text default 'a \\\"""b'
              )
              \"""·)·;
          List·<·String·>·all·=·i·>·0·?·List·.·of·(·)·:·null·;
          op·.·losesRows·(·"t"·,·all·+·"x"·)·;
        }
      }
      """;

  private final Random random = new Random(SEED);

  private static String plain() {
    return "package db.migrations;\n\n"
        + String.join("\n", IMPORTS)
        + "\n\n"
        + BODY.replace("·", "").replace("¶", "");
  }

  @Test
  void the_samples_are_migrations_that_a_compiler_reads() {
    assertThat(tree(plain())).as(plain()).isPresent();
  }

  @Test
  void a_thousand_changes_of_layout_are_no_edits() {
    String expected = SourceChecksum.of(plain());
    Optional<String> tree = tree(plain());
    List<String> changed = Stream.generate(this::withOtherLayout).limit(CHANGES).toList();
    List<Optional<String>> trees = trees(changed);
    for (int i = 0; i < CHANGES; i++) {
      String message = "seed " + SEED + ", " + i + ":\n" + changed.get(i);
      assertThat(trees.get(i)).as(message).isEqualTo(tree);
      assertThat(SourceChecksum.of(changed.get(i))).as(message).isEqualTo(expected);
    }
  }

  private String withOtherLayout() {
    List<String> imports = new ArrayList<>(IMPORTS);
    Collections.shuffle(imports, random);
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "/* Licence, 2026. */\n" : "");
    text.append("package").append(gap(true)).append("db.migrations;");
    imports.forEach(each -> text.append(gap(false)).append(each));
    String indent = " ".repeat(random.nextInt(9));
    boolean block = false;
    for (String line : BODY.split("(?<=\n)")) {
      if (block) {
        text.append(indent).append(line.substring(4).replace("·", gap(false)));
        block = !line.contains("\"\"\"·");
        continue;
      }
      block = line.contains("¶");
      boolean literal = false;
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        literal ^= c == '"' && line.charAt(i - 1) != '\\' && !block;
        text.append(
            switch (c) {
              case '·' -> gap(false);
              case '¶' -> "";
              case ' ', '\n' -> literal ? " " : block ? String.valueOf(c) : gap(true);
              default -> spelt(c, literal || block ? line.charAt(Math.max(0, i - 1)) : ' ');
            });
      }
    }
    String changed = text.toString();
    changed = random.nextInt(4) == 0 ? changed.replace("\n", "\r\n") : changed;
    return random.nextInt(4) == 0 ? "\uFEFF" + changed : changed;
  }

  /** A letter, now and then as a Unicode escape. */
  private String spelt(char c, char before) {
    return Character.isLetter(c) && before != '\\' && random.nextInt(40) == 0
        ? "\\" + "u".repeat(1 + random.nextInt(3)) + String.format("%04x", (int) c)
        : String.valueOf(c);
  }

  private String gap(boolean needed) {
    String gap =
        switch (random.nextInt(9)) {
          case 0 -> "\n\n  ";
          case 1 -> "\t";
          case 2 -> " // } \" ''' \"\"\" import java.util.Set;\n";
          case 3 -> "/* \" // \\u0022 */";
          case 4 -> "/** @Revision(id = \"x\") * / */";
          case 5 -> "\f ";
          default -> "";
        };
    return needed && gap.isEmpty() ? " " : gap;
  }

  @Test
  void a_thousand_changes_of_characters_are_seen_wherever_a_compiler_sees_them() {
    String source = plain();
    String checksum = SourceChecksum.of(source);
    Optional<String> tree = tree(source);
    String alphabet = "abzAZ019_$\"'\\+-<>=&|(){}[];,.:?@!*/ \n\tuö";
    int compiled = 0;
    int edits = 0;
    while (compiled < CHANGES) {
      List<String> changed =
          Stream.generate(() -> withOtherCharacter(source, alphabet)).limit(CHANGES).toList();
      List<Optional<String>> trees = trees(changed);
      for (int i = 0; i < CHANGES; i++) {
        boolean compiles = trees.get(i).isPresent();
        boolean edited = compiles && !trees.get(i).equals(tree);
        compiled += compiles ? 1 : 0;
        edits += edited ? 1 : 0;
        assertThat(edited && SourceChecksum.of(changed.get(i)).equals(checksum))
            .as("missed: seed %d:%n%s", SEED, changed.get(i))
            .isFalse();
      }
    }
    assertThat(edits).isGreaterThan(CHANGES / 2);
  }

  private String withOtherCharacter(String source, String alphabet) {
    int at = random.nextInt(source.length() - 1);
    String letter = String.valueOf(alphabet.charAt(random.nextInt(alphabet.length())));
    return switch (random.nextInt(4)) {
      case 0 -> source.substring(0, at) + source.substring(at + 1);
      case 1 -> source.substring(0, at) + letter + source.substring(at);
      case 2 -> source.substring(0, at) + letter + source.substring(at + 1);
      default ->
          source.substring(0, at)
              + source.charAt(at + 1)
              + source.charAt(at)
              + source.substring(at + 2);
    };
  }

  /** What a compiler makes of a source, with its imports sorted; empty where it refuses it. */
  private static Optional<String> tree(String source) {
    return trees(List.of(source)).get(0);
  }

  /** The same for many sources at once. */
  private static List<Optional<String>> trees(List<String> sources) {
    DiagnosticCollector<JavaFileObject> errors = new DiagnosticCollector<>();
    List<Source> files = new ArrayList<>();
    sources.forEach(source -> files.add(new Source(files.size(), source)));
    // Without the option, javac reports the first 100 errors of all files together.
    List<String> options = List.of("-Xmaxerrs", String.valueOf(Integer.MAX_VALUE));
    JavacTask task = (JavacTask) COMPILER.getTask(null, FILES, errors, options, null, files);
    Map<Object, String> trees = new HashMap<>();
    try {
      for (CompilationUnitTree unit : task.parse()) {
        trees.put(
            unit.getSourceFile().toUri(),
            unit.getPackage()
                + unit.getImports().stream().map(Object::toString).sorted().toList().toString()
                + unit.getTypeDecls().stream()
                    .map(SourceChecksumTest::withoutJavadoc)
                    .collect(Collectors.joining("\n")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    errors.getDiagnostics().forEach(each -> trees.remove(each.getSource().toUri()));
    return files.stream().map(file -> Optional.ofNullable(trees.get(file.toUri()))).toList();
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(int number, String text) {
      super(URI.create("string:///M" + number + ".java"), JavaFileObject.Kind.SOURCE);
      // What reads a file for a compiler takes the byte order mark away.
      this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static String withoutJavadoc(Object tree) {
    return tree.toString().replaceAll("(?s)/\\*\\*.*?\\*/", "").replaceAll("(?m)^\\s*\n", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a + +b | a ++b",
        "a - -b | a --b",
        "a+++b | a+ ++b",
        "\"a\" | \"b\"",
        "\"a  b\" | \"a b\"",
        "\"/* a */\" | \"/* b */\"",
        "\"// a\" | \"// b\"",
        "\"\\\\u0041\" | \"A\"",
        "f(1, 2) | f(12)",
        "f(a, b) | f(b, a)",
        "\"a,b\" | \"a\",\"b\"",
        "'a' | 'b'",
        "'\"' + x + '\"' | '\"/**/' + x + '\"'",
        "1.5 | 15",
        "0x1e-5 | 0x1e -6",
        "a.b | ab",
        "a b | ab",
        "import a.B; import c.D; | import a.D; import c.B;",
        "import a.B; | import static a.B;",
        "x = 1; | x == 1;",
        "a >= b | a > b",
        "𝒳 | 𝒴",
        "'''\\n  a\\n   b\\n  ''' | '''\\n  a\\n  b\\n  '''",
        "'''\\n  a\\n  ''' | '''\\n  a'''"
      })
  void these_differ(String one, String other) {
    assertThat(SourceChecksum.of(block(one))).isNotEqualTo(SourceChecksum.of(block(other)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "List<List<A>> a | List < List< A > > a",
        "a>>b | a >> b",
        "f(1,2) | f( 1 , /* two */ 2 ) // end",
        "\"ö\" | \"\\u00f6\"",
        "größe | gr\\u00f6\\uuu00dfe",
        "\"\\\\u0041\" | \"\\\\u0041\"  ",
        "\"\\u005c\"\" | \"\\\"\"",
        "import a.B; import a.C; class D | import a.C; import a.B; class D",
        "'''\\n  a\\n   b\\n  ''' | '''\\n      a\\n       b\\n      '''",
        "'''\\n  a \\n  ''' | '''\\n  a\\n  '''",
        "a \\u002f* comment *\\u002f b | a b",
        "@ interface A | @interface A"
      })
  void these_are_the_same(String one, String other) {
    assertThat(SourceChecksum.of(block(one))).isEqualTo(SourceChecksum.of(block(other)));
  }

  private static String block(String text) {
    return text.replace("'''", "\"\"\"").replace("\\n", "\n");
  }

  @Test
  void a_source_that_is_cut_has_a_checksum_too() {
    String source = plain();
    for (int end = 0; end < source.length(); end++) {
      assertThat(SourceChecksum.of(source.substring(0, end))).hasSize(64);
    }
  }

  @Test
  void the_former_formula_is_of_the_text() {
    assertThat(SourceChecksum.ofText("\uFEFFa\r\nb\r\n"))
        .isEqualTo(SourceChecksum.ofText("a\nb\n"));
    String former = SourceChecksum.ofText("a b");
    assertThat(SourceChecksum.isOf(former, "a b\n")).isTrue();
    assertThat(SourceChecksum.isOf(former, "a  b")).isFalse();
    assertThat(SourceChecksum.isOf(SourceChecksum.of("a b"), "a  b")).isTrue();
    assertThat(SourceChecksum.isCurrent(former)).isFalse();
    assertThat(SourceChecksum.isCurrent(SourceChecksum.of(""))).isTrue();
  }
}
