package nl.meldspoor.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A user name: sealed, and its keyed hash stands beside it in the derived member named here. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface UserName {
    /** Name of the derived member that holds the hash. */
    String ref();

    /** How the hash is made. */
    RefKind kind() default RefKind.PERSON;
}
