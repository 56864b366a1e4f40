package jp.kakawari.contracts.registry;

import java.util.UUID;
import jp.kakawari.contracts.Event;
import jp.kakawari.contracts.Topic;

/**
 * The public state of a member organisation (会員団体). Who has only applied, or was refused, is not told.
 *
 * @param government 6-digit code of the municipality or prefecture that it is, else null
 * @param state whether it is a member now: only who is ACTIVE may put anything before the public
 */
public record OrganizationChanged(UUID id, long revision, State state, Kind kind, String name, String government)
        implements Event {

    public enum State {
        ACTIVE,
        SUSPENDED,
        LEFT
    }

    /** What a member is (団体種別). */
    public enum Kind {
        GOVERNMENT("地方公共団体", "local government"),
        INTERMEDIARY("中間支援組織", "intermediary"),
        COMPANY("企業", "company"),
        UNIVERSITY("大学", "university"),
        NPO("NPO", "non-profit organisation"),
        STAFFING("人材", "staffing"),
        IT("情報通信", "information technology"),
        TRANSPORT("交通", "transport"),
        LODGING("宿泊・住まい", "lodging and housing"),
        FINANCIAL("金融", "finance"),
        TRADING_COMPANY("地域商社", "regional trading company"),
        TALENT_HUB("プロフェッショナル人材戦略拠点", "professional talent hub"),
        PARTNER_APP("連携アプリ", "partner app"),
        SECRETARIAT("事務局", "secretariat"),
        OTHER("その他", "other");

        private final String ja;
        private final String en;

        Kind(String ja, String en) {
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
        return Topic.REGISTRY_ORGANIZATION;
    }

    @Override
    public String key() {
        return id.toString();
    }

    @Override
    public String type() {
        return "jp.kakawari.registry.organization-changed.v1";
    }
}
