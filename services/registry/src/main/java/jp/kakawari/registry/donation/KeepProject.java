package jp.kakawari.registry.donation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jp.kakawari.registry.RegisteredMeanwhile;
import jp.kakawari.registry.organization.ActiveMembers;
import jp.kakawari.registry.supporter.FindTied;
import jp.kakawari.web.ETags;
import jp.kakawari.web.InvalidBody;
import jp.kakawari.web.NotFound;

/** A municipality states its projects and who works along (寄附プロジェクトの登録・参加者の記録). */
@ApplicationScoped
class KeepProject {

    private final Projects projects;
    private final FindTied tied;
    private final ActiveMembers activeMembers;
    private final Clock clock;

    KeepProject(Projects projects, FindTied tied, ActiveMembers activeMembers, Clock clock) {
        this.projects = projects;
        this.tied = tied;
        this.activeMembers = activeMembers;
        this.clock = clock;
    }

    @Transactional
    ProjectView put(String municipality, String code, ProjectRequest request, String ifMatch) {
        activeMembers.callerMustBeActive();
        if (request.fund() != null
                && !projects.hasFund(municipality, request.fund().value())) {
            throw new InvalidBody().at("/fund", "is no fund of yours", "登録されていない基金です");
        }
        Optional<Long> revision = projects.held(municipality, code);
        if (revision.isPresent()) {
            ETags.mustMatch(ifMatch, revision.get());
            mustKeepItsFund(municipality, code, request);
            projects.change(municipality, code, request, clock.instant());
        } else if (!projects.add(municipality, code, request, clock.instant())) {
            throw new RegisteredMeanwhile();
        }
        return read(municipality, code);
    }

    /** What was given went into its fund and may have been spent there. */
    private void mustKeepItsFund(String municipality, String code, ProjectRequest request) {
        String fund = request.fund() == null ? null : request.fund().value();
        if (!Objects.equals(fund, read(municipality, code).fund()) && projects.hasDonations(municipality, code)) {
            throw new FundKept();
        }
    }

    @Transactional
    ProjectView read(String municipality, String code) {
        return projects.of(municipality, code).orElseThrow(NotFound::new);
    }

    @Transactional
    void join(String municipality, String code, ProjectResource.Joining joining) {
        activeMembers.callerMustBeActive();
        LocalDate today = LocalDate.now(clock);
        if (joining.joinedOn() != null && joining.joinedOn().isAfter(today)) {
            throw new InvalidBody().at("/joinedOn", "is in the future", "未来の日付は記録できません");
        }
        read(municipality, code);
        UUID supporter = tied.held(municipality, joining.supporter(), joining.memberNumber());
        projects.join(municipality, code, supporter, joining.joinedOn() == null ? today : joining.joinedOn());
    }

    @Transactional
    void leave(String municipality, String code, UUID supporter) {
        activeMembers.callerMustBeActive();
        if (!projects.leave(municipality, code, supporter)) {
            throw new NotFound();
        }
    }
}
