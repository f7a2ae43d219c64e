package dev.autogen.model;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a scan found.
 *
 * @param places the class path entry of each mapped class
 * @param spring the packages that a Spring application scans
 */
record ScannedClasses(MappedClasses mapped, Map<String, Path> places, SpringPackages spring) {
  ScannedClasses {
    places = Map.copyOf(places);
  }
}
