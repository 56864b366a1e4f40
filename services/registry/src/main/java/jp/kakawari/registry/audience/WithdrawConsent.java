package jp.kakawari.registry.audience;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import jp.kakawari.registry.consent.Unsubscribe;
import jp.kakawari.registry.staging.Sql;
import jp.kakawari.registry.terms.Purpose;
import jp.kakawari.registry.terms.Recipient;

/**
 * Somebody wants no more letters of a municipality (配信停止): from this transaction on they are in none of its mailings and
 * none of its lists of mail addresses, no list of the municipality brings them back, and whoever should know is told. What
 * they agreed to in so many words besides stands: parcels, calls after a disaster, surveys.
 */
@ApplicationScoped
public class WithdrawConsent {

    private final DataSource database;
    private final Unsubscribe unsubscribe;

    WithdrawConsent(DataSource database, Unsubscribe unsubscribe) {
        this.database = database;
        this.unsubscribe = unsubscribe;
    }

    /** @param permission for which they were written to: it ends beside that for mail */
    @Transactional(MANDATORY)
    public void withdraw(String municipality, UUID supporter, Permission permission) {
        List<String> given = Sql.list(
                database,
                row -> row.getString(1),
                """
                select purpose from consent_standing
                where supporter = ? and recipient = ? and purpose = any(?) and state = 'GIVEN'""",
                supporter,
                municipality,
                List.of(Purpose.MAIL.name(), permission.purpose().name()));
        given.forEach(purpose -> unsubscribe.from(supporter, new Recipient(municipality), Purpose.valueOf(purpose)));
    }
}
