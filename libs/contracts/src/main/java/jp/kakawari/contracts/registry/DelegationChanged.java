package jp.kakawari.contracts.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.kakawari.contracts.Event;
import jp.kakawari.contracts.Topic;

/**
 * What a member organisation lets an intermediary do for it (委任). It opens something only while it is ACCEPTED, and only
 * from the first to the last of its days.
 *
 * @param grantor the member organisation for which the intermediary acts
 * @param government 6-digit code of the municipality or prefecture that the grantor is, else null
 * @param intermediary the member organisation (中間支援組織) that acts
 * @param validUntil the last day, null without end
 */
public record DelegationChanged(
        UUID id,
        long revision,
        State state,
        UUID grantor,
        String government,
        UUID intermediary,
        List<Scope> scopes,
        LocalDate validFrom,
        LocalDate validUntil)
        implements Event {

    public enum State {
        /** 承諾待ち */
        GRANTED,
        /** 承諾済み */
        ACCEPTED,
        /** 解除 */
        REVOKED
    }

    /** What may be done for the grantor (委任の範囲). */
    public enum Scope {
        PROGRAMS("受入プログラムの掲載・更新", "write programs"),
        SUPPORTERS_READ("関係人口名簿の閲覧", "read supporters"),
        ENGAGEMENTS("関わりの記録・確認", "record and attest engagements"),
        APPLICATIONS("応募の閲覧・選考・受付", "see applications, decide on them and check applicants in");

        private final String ja;
        private final String en;

        Scope(String ja, String en) {
            this.ja = ja;
            this.en = en;
        }

        /** The Japanese name. */
        public String ja() {
            return ja;
        }

        /** The English name. */
        public String en() {
            return en;
        }
    }

    @Override
    public Topic topic() {
        return Topic.REGISTRY_DELEGATION;
    }

    @Override
    public String key() {
        return id.toString();
    }

    @Override
    public String type() {
        return "jp.kakawari.registry.delegation-changed.v1";
    }
}
