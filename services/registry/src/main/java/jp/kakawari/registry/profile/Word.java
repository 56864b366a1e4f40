package jp.kakawari.registry.profile;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A word or short phrase that is told to other services, such as a skill: letters and a few marks, no address, no number of
 * five digits or more, so that nobody is named or reached through it.
 */
@Documented
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = Word.FORM)
@Target({FIELD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Word {
    String FORM = "(?!.*\\p{Nd}[\\p{Nd}-]{4})[\\p{L}\\p{M}\\p{N}\\p{Zs}・／/＋+＃#&＆（）()'’.-]{1,40}";

    String message() default "1〜40文字の語句で指定してください（メールアドレスや電話番号などは書けません）";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
