package shop;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ReflectionUtils;

/** The health indicator {@code autogen}, whose type is another in each version of Spring Boot. */
final class Health {

  private Health() {}

  static String of(ConfigurableApplicationContext context) {
    Object indicator = context.getBean("autogenHealthIndicator");
    for (String name : new String[] {"health", "getHealth"}) {
      var method = ReflectionUtils.findMethod(indicator.getClass(), name);
      if (method != null) {
        ReflectionUtils.makeAccessible(method);
        return String.valueOf(ReflectionUtils.invokeMethod(method, indicator));
      }
    }
    throw new IllegalStateException(indicator + " says nothing");
  }
}
