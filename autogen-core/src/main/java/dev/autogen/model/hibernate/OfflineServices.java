package dev.autogen.model.hibernate;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.service.Service;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.service.UnknownServiceException;
import org.hibernate.service.spi.ServiceBinding;
import org.hibernate.service.spi.ServiceRegistryImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Hibernate's first registry, with stand-ins for services that an application adds as it starts.
 *
 * <p>A generator may ask for one while it is configured. Hibernate passes over generators that
 * cannot be configured ({@code InFlightMetadataCollectorImpl}), and their sequences would be
 * missing. A stand-in returns nothing, which is enough for everything that affects tables and
 * sequences.
 */
final class OfflineServices implements BootstrapServiceRegistry, ServiceRegistryImplementor {

  private final ServiceRegistryImplementor registry;
  private final List<String> notes;

  OfflineServices(BootstrapServiceRegistry registry, List<String> notes) {
    this.registry = (ServiceRegistryImplementor) registry;
    this.notes = notes;
  }

  @Override
  public <R extends Service> @Nullable ServiceBinding<R> locateServiceBinding(Class<R> role) {
    ServiceBinding<R> found = registry.locateServiceBinding(role);
    boolean ofHibernate = role.getName().startsWith("org.hibernate.");
    if (found != null || ofHibernate || !role.isInterface()) {
      return found;
    }
    String note =
        "The service " + role.getName() + " is the application's; a stand-in answers for it.";
    if (!notes.contains(note)) {
      notes.add(note);
    }
    return new ServiceBinding<>(null, role, standIn(role));
  }

  private static <R> R standIn(Class<R> role) {
    InvocationHandler handler =
        new InvocationHandler() {
          @Override
          public @Nullable Object invoke(
              Object proxy, Method method, Object @Nullable [] arguments) {
            if (method.getDeclaringClass() == Object.class) {
              return switch (method.getName()) {
                case "equals" -> arguments != null && proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> role.getName();
              };
            }
            Class<?> type = method.getReturnType();
            return type.isPrimitive() && type != void.class
                ? Array.get(Array.newInstance(type, 1), 0)
                : null;
          }
        };
    return role.cast(Proxy.newProxyInstance(role.getClassLoader(), new Class<?>[] {role}, handler));
  }

  @Override
  public <R extends Service> R getService(Class<R> role) {
    ServiceBinding<R> binding = locateServiceBinding(role);
    if (binding == null) {
      throw new UnknownServiceException(role);
    }
    R service = binding.getService();
    return service == null ? registry.getService(role) : service;
  }

  @Override
  public @Nullable ServiceRegistry getParentServiceRegistry() {
    return null;
  }

  @Override
  public void registerChild(ServiceRegistryImplementor child) {
    registry.registerChild(child);
  }

  @Override
  public void deRegisterChild(ServiceRegistryImplementor child) {
    registry.deRegisterChild(child);
  }

  @Override
  public <T extends Service> T fromRegistryOrChildren(Class<T> role) {
    return registry.fromRegistryOrChildren(role);
  }

  /** Of the interface since Hibernate 7. */
  public boolean isActive() {
    return true;
  }

  @Override
  public void close() {
    registry.close();
  }

  @Override
  public void destroy() {
    registry.destroy();
  }
}
