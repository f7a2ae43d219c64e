package dev.autogen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import dev.autogen.cli.TestProject.Result;
import dev.autogen.testing.HostileText;
import dev.autogen.testing.TestDatabase;
import dev.autogen.testing.TestSeed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code revision -m} with any characters: the file compiles, and the message comes back. {@code
 * -Dautogen.test.strings=2000} tries more.
 */
class HostileMessagesTest {

  private static final int MESSAGES = Integer.getInteger("autogen.test.strings", 40);

  @TempDir Path directory;

  @Test
  void any_message_makes_a_file_that_compiles_and_says_it() throws Exception {
    long seed = TestSeed.of("HostileMessagesTest");
    String because = "-Dautogen.test.seed=" + seed;
    HostileText hostile = new HostileText(seed);
    try (TestDatabase database = TestDatabase.create()) {
      TestProject project = TestProject.at(directory, database.url());
      List<String> messages = new ArrayList<>();
      for (int i = 0; i < MESSAGES; i++) {
        String message =
            i == 0 ? "\\u002a/".repeat(50) : i == 1 ? "'\"".repeat(150) : "m" + hostile.text(50);
        Result revision = project.run("revision", "--empty", "-m", message);
        assertThat(revision.code()).as(because + revision.err()).isZero();
        messages.add(0, message.replaceAll("[\\s\\u0085\\u2028]+", " ").strip());
      }

      Result upgrade = project.run("upgrade");
      assertThat(upgrade.code()).as(because + upgrade.err()).isZero();
      assertThat(database.queryValue("select count(*) from autogen_journal"))
          .isEqualTo("" + MESSAGES);
      JsonObject history =
          JsonParser.object().from(project.run("history", "--format", "json").out());
      JsonArray revisions = history.getArray("revisions");
      assertThat(revisions.stream().map(each -> ((JsonObject) each).getString("message")))
          .as(because)
          .containsExactlyElementsOf(messages);
      assertThat(project.migrations())
          .allMatch(file -> file.getFileName().toString().length() < 150);
    }
  }
}
