package dev.autogen.model.hibernate;

import java.lang.reflect.Constructor;
import org.hibernate.resource.beans.container.spi.BeanContainer;
import org.hibernate.resource.beans.container.spi.ContainedBean;
import org.hibernate.resource.beans.spi.BeanInstanceProducer;
import sun.reflect.ReflectionFactory;

/**
 * Creates converters, user types and generators that a container would otherwise create and inject.
 * Only their types affect columns, so an instance without injected values is enough.
 */
final class OfflineBeans implements BeanContainer {

  /** An instance; {@code getBeanClass} is there since Hibernate 7. */
  private record Bean<B>(Class<B> type, B instance) implements ContainedBean<B> {

    @Override
    public B getBeanInstance() {
      return instance;
    }

    @Override
    public Class<B> getBeanClass() {
      return type;
    }
  }

  @Override
  public <B> ContainedBean<B> getBean(
      Class<B> type, LifecycleOptions options, BeanInstanceProducer producer) {
    try {
      return new Bean<>(type, producer.produceBeanInstance(type));
    } catch (RuntimeException failure) {
      return new Bean<>(type, withoutConstructor(type, failure));
    }
  }

  @Override
  public <B> ContainedBean<B> getBean(
      String name, Class<B> type, LifecycleOptions options, BeanInstanceProducer producer) {
    return getBean(type, options, producer);
  }

  /** An instance that is created without a constructor, as in deserialization. */
  private static <B> B withoutConstructor(Class<B> type, RuntimeException failure) {
    try {
      Constructor<?> constructor =
          ReflectionFactory.getReflectionFactory()
              .newConstructorForSerialization(type, Object.class.getDeclaredConstructor());
      return type.cast(constructor.newInstance());
    } catch (ReflectiveOperationException e) {
      throw failure;
    }
  }

  @Override
  public void stop() {}
}
