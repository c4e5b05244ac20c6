package held;

import dev.churnagent.junit.MaxConnections;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

@Test
@MaxConnections(1)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Frugal {}
