package jp.kakawari.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a {@link Refusal} is answered: its HTTP status, its stable {@code code} (kebab-case; {@code type} is
 * {@code /problems/<code>}) and its title in both languages. Every code appears in the OpenAPI document and has a page.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Problem {
    int status();

    String code();

    String title();

    String titleJa();
}
