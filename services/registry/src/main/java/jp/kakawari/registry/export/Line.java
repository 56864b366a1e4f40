package jp.kakawari.registry.export;

import java.time.LocalDate;
import java.util.Optional;
import jp.kakawari.japan.Prefecture;
import jp.kakawari.registry.municipality.TiedSupporter;
import jp.kakawari.registry.personal.BlindIndex;
import jp.kakawari.registry.profile.Profile;
import jp.kakawari.registry.roster.Entry;

/**
 * One supporter of the list as it goes out.
 *
 * @param registeredOn 登録日 in the sense of the municipality's own list: null for somebody on a list that said none
 */
record Line(TiedSupporter supporter, LocalDate registeredOn) {

    /** @param contentHash of the synced row, null for somebody who did not come by a list */
    static Line of(TiedSupporter supporter, byte[] contentHash, BlindIndex index) {
        boolean saidNone = index.isContent(contentHash, undated(supporter).canonical());
        return new Line(supporter, saidNone ? null : supporter.tie().since());
    }

    private static Entry undated(TiedSupporter supporter) {
        Profile profile = supporter.profile();
        return new Entry(
                supporter.memberNumber(),
                profile.personal(supporter.remarks()),
                profile.prefecture(),
                profile.country(),
                profile.localGovernmentCode() == null
                        ? null
                        : profile.localGovernmentCode().value(),
                profile.skills(),
                profile.interests(),
                supporter.tie().origins(),
                null,
                supporter.tie().mailConsent(),
                supporter.channel(),
                supporter.tie().affiliation(),
                supporter.tie().referrerMemberNumber());
    }

    /** 都道府県; an address that begins like one does not make somebody overseas a resident of it. */
    String prefecture() {
        Profile profile = supporter.profile();
        Optional<Prefecture> prefecture =
                Optional.ofNullable(profile.prefecture()).flatMap(Prefecture::find);
        boolean abroad = profile.country() != null && !profile.country().equals("JP")
                || profile.address() != null
                        && Prefecture.ofAddress(profile.address()).isPresent();
        return prefecture.map(Prefecture::ja).orElse(abroad ? "海外" : "");
    }

    @Override
    public String toString() {
        return "Line[" + supporter.id() + "]";
    }
}
