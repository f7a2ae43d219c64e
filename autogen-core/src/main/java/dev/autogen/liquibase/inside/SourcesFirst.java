package dev.autogen.liquibase.inside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;

/**
 * Finds files in the source folders first and on the class path last. A build copies sources to the
 * class path, so that most are found twice.
 */
final class SourcesFirst extends AbstractResourceAccessor {

  private final List<ResourceAccessor> folders = new ArrayList<>();
  private final ResourceAccessor classpath;

  SourcesFirst(List<Path> directories, ClassLoader loader) throws IOException {
    for (Path directory : directories) {
      if (Files.isDirectory(directory)) {
        folders.add(new DirectoryResourceAccessor(directory));
      }
    }
    this.classpath = new ClassLoaderResourceAccessor(loader);
  }

  @Override
  public List<Resource> search(String path, boolean recursive) throws IOException {
    Map<String, Resource> found = new LinkedHashMap<>();
    for (ResourceAccessor folder : folders) {
      for (Resource each : folder.search(path, recursive)) {
        found.putIfAbsent(each.getPath(), each);
      }
    }
    return found.isEmpty() ? classpath.search(path, recursive) : List.copyOf(found.values());
  }

  @Override
  public List<Resource> getAll(String path) throws IOException {
    for (ResourceAccessor folder : folders) {
      List<Resource> found = folder.getAll(path);
      if (found != null && !found.isEmpty()) {
        return found;
      }
    }
    List<Resource> found = classpath.getAll(path);
    return found == null || found.isEmpty() ? List.of() : found.subList(0, 1);
  }

  @Override
  public List<String> describeLocations() {
    List<String> locations = new ArrayList<>();
    folders.forEach(each -> locations.addAll(each.describeLocations()));
    return locations;
  }

  @Override
  public void close() throws Exception {
    classpath.close();
  }
}
