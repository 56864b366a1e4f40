package jp.kakawari.registry.group;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.kakawari.web.InvalidBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All members of a group at once. */
@Schema(name = "GroupMemberList", description = "会員名簿の全体")
public record MemberList(@NotNull @Size(max = 4000) List<@Valid @NotNull Entry> members) {

    /** An organisation and as what it belongs. */
    @Schema(name = "GroupMemberEntry")
    public record Entry(
            @NotNull @Schema(examples = "00000000-0000-7000-8000-000000212172")
            UUID organization,

            @NotNull @Schema(description = "会員区分", examples = "GOVERNMENT")
            MemberClass memberClass,

            @Schema(description = "役割; MEMBER where absent", examples = "MEMBER")
            GroupRole role,

            @Schema(description = "入会日", examples = "2021-03-09")
            LocalDate joinedOn) {

        public Entry {
            role = role == null ? GroupRole.MEMBER : role;
        }
    }

    /** The list of one. */
    static MemberList of(UUID organization, MemberRequest request) {
        return new MemberList(
                List.of(new Entry(organization, request.memberClass(), request.role(), request.joinedOn())));
    }

    void check() {
        Set<UUID> known = new HashSet<>();
        for (int place = 0; place < members.size(); place++) {
            if (!known.add(members.get(place).organization())) {
                throw new InvalidBody().at("/members/" + place + "/organization", "stands there twice", "同じ団体が2回あります");
            }
        }
        if (chairs() > 1) {
            throw new InvalidBody().at("/members", "has more than one chair", "会長・部会長は1団体だけです");
        }
    }

    boolean hasChair() {
        return chairs() > 0;
    }

    private long chairs() {
        return members.stream()
                .filter(member -> member.role() == GroupRole.CHAIR)
                .count();
    }
}
