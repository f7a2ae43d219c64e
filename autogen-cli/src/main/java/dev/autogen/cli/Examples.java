package dev.autogen.cli;

import java.util.List;
import java.util.Map;

/** How each command is typed, for its help and the manual page. */
final class Examples {

  private static final Map<String, List<String>> EXAMPLES =
      Map.ofEntries(
          Map.entry(
              "autogen",
              List.of(
                  "autogen init",
                  "autogen revision -m \"add email\"",
                  "autogen upgrade",
                  "autogen -n production status")),
          Map.entry(
              "init",
              List.of(
                  "autogen init",
                  "autogen init --template spring-boot --package com.acme.db",
                  "autogen init src/main/java/com/acme/db")),
          Map.entry(
              "accept",
              List.of(
                  "autogen accept -m \"as the scheduler made them\" 'qrtz_*'",
                  "autogen accept",
                  "autogen accept --prune")),
          Map.entry("list-templates", List.of("autogen list-templates")),
          Map.entry(
              "revision",
              List.of(
                  "autogen revision -m \"add email\"",
                  "autogen revision --empty -m \"fill in names\"",
                  "autogen revision --replace",
                  "autogen revision -m \"add invoices\" --head billing@head",
                  "autogen revision -m \"begin billing\" --head base --branch-label billing")),
          Map.entry("merge", List.of("autogen merge heads -m \"join\"", "autogen merge ae10 27b2")),
          Map.entry("squash", List.of("autogen squash base:ae10 -m \"first release\"")),
          Map.entry("edit", List.of("autogen edit head", "EDITOR=nano autogen edit ae10")),
          Map.entry(
              "upgrade",
              List.of(
                  "autogen upgrade",
                  "autogen upgrade +1",
                  "autogen upgrade ae10 -x tenant=acme",
                  "autogen upgrade --dry-run",
                  "autogen upgrade --jar app.jar",
                  "autogen upgrade --all-schemas \"select name from tenants\" --parallel 8",
                  "autogen upgrade ae10:head --sql > changes.sql")),
          Map.entry(
              "downgrade",
              List.of(
                  "autogen downgrade",
                  "autogen downgrade ae10 --yes",
                  "autogen downgrade billing@base",
                  "autogen downgrade head:ae10 --sql > undo.sql")),
          Map.entry("current", List.of("autogen current -v", "autogen current --check-heads")),
          Map.entry(
              "history",
              List.of(
                  "autogen history --graph",
                  "autogen history -r -3:current -i",
                  "autogen history -r ae10: --format json")),
          Map.entry("heads", List.of("autogen heads", "autogen heads --resolve-dependencies")),
          Map.entry(
              "status",
              List.of(
                  "autogen status", "autogen status --all-schemas \"select name from tenants\"")),
          Map.entry("branches", List.of("autogen branches -v")),
          Map.entry("show", List.of("autogen show", "autogen show current")),
          Map.entry(
              "stamp",
              List.of(
                  "autogen stamp head",
                  "autogen stamp ae10 --purge",
                  "autogen stamp base:head --sql")),
          Map.entry(
              "ensure-version", List.of("autogen ensure-version", "autogen ensure-version --sql")),
          Map.entry("repair", List.of("autogen repair ae10", "autogen repair ae10 --done")),
          Map.entry(
              "check", List.of("autogen check", "autogen check --rename users.email=address")),
          Map.entry("drift", List.of("autogen drift", "autogen drift --format json")),
          Map.entry("diff", List.of("autogen diff --format sql", "autogen diff --against history")),
          Map.entry("prove", List.of("autogen prove", "autogen prove ae10:head")),
          Map.entry(
              "lint",
              List.of(
                  "autogen lint",
                  "autogen lint ae10:head --fail-on warning",
                  "autogen lint --since origin/main --format github")),
          Map.entry(
              "review",
              List.of(
                  "autogen review",
                  "autogen review ae10:head --format json",
                  "autogen review --since origin/main --format markdown")),
          Map.entry(
              "completion",
              List.of(
                  "source <(autogen completion bash)",
                  "autogen completion zsh > ~/.autogen-completion.zsh")));

  private Examples() {}

  /** The examples of a command; none where it is not known. */
  static List<String> of(String command) {
    return EXAMPLES.getOrDefault(command, List.of());
  }
}
