package dev.autogen.model.hibernate;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.boot.MetadataBuilder;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataBuilderContributor;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.jpa.boot.spi.TypeContributorList;
import org.jspecify.annotations.Nullable;

/** Hibernate's metadata with the registries that it lives in. */
record BootMetadata(
    BootstrapServiceRegistry bootstrap,
    StandardServiceRegistry registry,
    MetadataImplementor metadata)
    implements AutoCloseable {

  static BootMetadata build(Map<String, Object> request, List<String> notes) {
    ClassLoader loader = BootMetadata.class.getClassLoader();
    BootstrapServiceRegistry bootstrap =
        new BootstrapServiceRegistryBuilder().applyClassLoader(loader).build();
    @Nullable StandardServiceRegistry registry = null;
    try {
      Map<String, Object> settings = Settings.of(request, loader, notes);
      StandardServiceRegistryBuilder builder =
          new StandardServiceRegistryBuilder(new OfflineServices(bootstrap, notes));
      Settings.replaceStray(builder.getSettings(), settings, notes);
      registry = builder.build();
      MetadataSources sources = new MetadataSources(registry);
      strings(request, "classes").forEach(sources::addAnnotatedClassName);
      strings(request, "packages").forEach(sources::addPackage);
      strings(request, "mappings").forEach(url -> sources.addURL(url(url)));
      MetadataBuilder metadata = sources.getMetadataBuilder();
      contribute(metadata, settings, loader);
      MetadataImplementor built = (MetadataImplementor) metadata.build();
      UnnamedTypes.register(built.getDatabase());
      return new BootMetadata(bootstrap, registry, built);
    } catch (RuntimeException | LinkageError failure) {
      close(bootstrap, registry);
      throw failure;
    }
  }

  /** All settings, those among them that Hibernate read from {@code hibernate.properties}. */
  Map<String, Object> settings() {
    return registry.requireService(ConfigurationService.class).getSettings();
  }

  /** What a persistence unit's settings add to the metadata, as Hibernate's JPA bootstrap does. */
  private static void contribute(
      MetadataBuilder metadata, Map<String, Object> settings, ClassLoader loader) {
    if (instance(settings, "hibernate.type_contributors", loader)
        instanceof TypeContributorList contributors) {
      for (TypeContributor contributor : contributors.getTypeContributors()) {
        metadata.applyTypes(contributor);
      }
    }
    if (instance(settings, "hibernate.metadata_builder_contributor", loader)
        instanceof MetadataBuilderContributor contributor) {
      contributor.contribute(metadata);
    }
  }

  private static @Nullable Object instance(
      Map<String, Object> settings, String key, ClassLoader loader) {
    Object className = settings.get(key);
    if (className == null) {
      return null;
    }
    try {
      return loader.loadClass(className.toString()).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException failure) {
      throw new IllegalArgumentException(
          "The class of the setting '" + key + "' cannot be instantiated: " + failure, failure);
    }
  }

  @SuppressWarnings("unchecked")
  static List<String> strings(Map<String, Object> request, String key) {
    return (List<String>) Objects.requireNonNull(request.get(key), key);
  }

  private static URL url(String text) {
    try {
      return URI.create(text).toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("Not a URL: " + text, e);
    }
  }

  @Override
  public void close() {
    close(bootstrap, registry);
  }

  private static void close(
      BootstrapServiceRegistry bootstrap, @Nullable StandardServiceRegistry registry) {
    if (registry != null) {
      StandardServiceRegistryBuilder.destroy(registry);
    }
    BootstrapServiceRegistryBuilder.destroy(bootstrap);
  }
}
