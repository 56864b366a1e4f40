package jp.kakawari.registry;

import java.util.function.Consumer;
import jp.kakawari.web.Problem;
import jp.kakawari.web.Refusal;
import org.hibernate.exception.ConstraintViolationException;

/** Of two first registrations at once the other one was faster. */
@Problem(status = 409, code = "registered-meanwhile", title = "Registered in the meantime", titleJa = "同時に登録されました")
public class RegisteredMeanwhile extends Refusal {

    public RegisteredMeanwhile() {
        detail(
                "Another request registered it at the same moment. Read it, and replace it by its revision.",
                "別のリクエストが同時に登録しました。読み取り直し、その版に対して更新してください。");
    }

    /** Writes what is made for the first time; somebody may have been faster: the database has the last word. */
    public static <T> void unlessFirst(Consumer<T> write, T made) {
        unlessFirst(() -> write.accept(made));
    }

    /** The same for what is written together. */
    public static void unlessFirst(Runnable write) {
        try {
            write.run();
        } catch (ConstraintViolationException faster) {
            throw new RegisteredMeanwhile();
        }
    }
}
