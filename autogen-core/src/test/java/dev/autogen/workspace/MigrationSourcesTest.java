package dev.autogen.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationSourcesTest {

  @ParameterizedTest
  @CsvSource({
    "import static dev.autogen.migration.Definitions.*;, false",
    "import dev.autogen.migration.Migration;, false",
    "import java.util.List;, false",
    "import javax.sql.DataSource;, false",
    "import org.postgresql.PGConnection;, false",
    "import com.example.Rates;, true",
    "import static com.example.Rates.of;, true",
    "  import  static  com.example.Rates.of;, true",
  })
  void knowsWhichImportsNeedTheProject(String line, boolean foreign) {
    assertThat(MigrationSources.importsForeignClasses("package p;\n" + line + "\nclass M {}"))
        .isEqualTo(foreign);
  }
}
