package shop;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application with nothing but the dependency and the migrations. */
@SpringBootApplication
public class Shop {}
