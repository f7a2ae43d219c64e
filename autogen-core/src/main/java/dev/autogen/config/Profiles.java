package dev.autogen.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The active profiles of an application; the settings of a later one win.
 *
 * @param names the profiles, in order
 */
record Profiles(List<String> names) {

  private static final Pattern INNERMOST = Pattern.compile("\\(([^()]*)\\)");

  /**
   * The profiles of Spring: {@code SPRING_PROFILES_ACTIVE}, or else {@code spring.profiles.active}
   * of the application's own files, with included profiles and groups; {@code default} if there is
   * none (Spring Boot's reference, "Profiles").
   */
  static Profiles spring(ApplicationPlaces places, Variables variables) {
    ApplicationSettings base =
        ApplicationSettings.spring(places, new Profiles(List.of()), variables);
    List<String> names = new ArrayList<>(listed(base.get("spring.profiles.include")));
    List<String> active = listed(base.get("spring.profiles.active"));
    if (active.isEmpty()) {
      String usual = base.get("spring.profiles.default");
      active = listed(usual == null ? "default" : usual);
    }
    for (String profile : active) {
      names.add(profile);
      names.addAll(listed(base.get("spring.profiles.group." + profile)));
    }
    return new Profiles(names.stream().distinct().toList());
  }

  /**
   * The profiles of Quarkus: {@code QUARKUS_PROFILE} or {@code quarkus.profile}; by default that of
   * development in a project, and that of production for what is delivered.
   */
  static Profiles quarkus(ApplicationPlaces places, Variables variables) {
    String named =
        ApplicationSettings.quarkus(places, new Profiles(List.of()), variables)
            .get("quarkus.profile");
    return new Profiles(listed(named == null ? places.isDelivered() ? "prod" : "dev" : named));
  }

  private static List<String> listed(@Nullable String names) {
    return names == null || names.isBlank()
        ? List.of()
        : Arrays.stream(names.strip().split("\\s*,\\s*")).filter(name -> !name.isEmpty()).toList();
  }

  /**
   * Whether a condition holds: {@code prod}, {@code !prod}, {@code prod & eu}, {@code (a | b) & c},
   * or several of these, separated by commas, one of which must hold.
   */
  boolean satisfy(String condition) {
    return Arrays.stream(condition.split(",")).anyMatch(this::satisfyOne);
  }

  private boolean satisfyOne(String expression) {
    String flat = expression;
    Matcher innermost = INNERMOST.matcher(flat);
    while (innermost.find()) {
      boolean holds = satisfyOne(innermost.group(1));
      flat = innermost.replaceFirst(holds ? "!" : ""); // no profile is called so: not nothing
      innermost = INNERMOST.matcher(flat);
    }
    return Arrays.stream(flat.split("\\|", -1))
        .anyMatch(any -> Arrays.stream(any.split("&", -1)).allMatch(this::satisfyWord));
  }

  private boolean satisfyWord(String word) {
    String name = word.strip();
    return name.startsWith("!") ? !satisfyWord(name.substring(1)) : names.contains(name);
  }
}
