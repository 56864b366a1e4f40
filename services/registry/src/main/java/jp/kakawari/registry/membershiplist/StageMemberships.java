package jp.kakawari.registry.membershiplist;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.kakawari.registry.membershiplist.DecideRow.Decision;
import jp.kakawari.registry.membershiplist.KnownMemberships.Standing;
import jp.kakawari.registry.membershiplist.MembershipReader.Reading;
import jp.kakawari.registry.roster.Header;
import jp.kakawari.registry.roster.Reason;
import jp.kakawari.registry.roster.Row;
import jp.kakawari.registry.staging.ListKind.Staged;
import jp.kakawari.registry.staging.ListKind.Staging;
import jp.kakawari.registry.staging.ListedMembers;
import jp.kakawari.registry.staging.ListedMembers.Member;
import jp.kakawari.registry.staging.Outcome;
import jp.kakawari.registry.staging.Seals;
import jp.kakawari.registry.staging.Task;

/** Reads, decides and stages the rows of one list of memberships. What a chunk costs in queries doesn't depend on its rows. */
final class StageMemberships implements Staging {

    private final Task task;
    private final MembershipReader reader;
    private final DecideRow deciding;
    private final ListedMembers listed;
    private final Seals seals;

    StageMemberships(Task task, Header header, Seals seals) {
        this.task = task;
        this.reader = new MembershipReader(header, task.today());
        this.deciding = new DecideRow(task.municipality(), task.listWins(), task.today());
        this.listed = new ListedMembers(task.municipality());
        this.seals = seals;
    }

    private record Read(Row row, Reading reading) {

        MembershipRow membership() {
            return reading.row();
        }
    }

    @Override
    public Staged stage(int chunk, List<Row> rows, Connection connection) throws SQLException {
        List<Read> read =
                rows.stream().map(row -> new Read(row, reader.read(row))).toList();
        List<MembershipRow> memberships =
                read.stream().map(Read::membership).filter(Objects::nonNull).toList();
        Map<String, Member> members =
                listed.of(memberships.stream().map(MembershipRow::memberNumber).toList(), connection);
        KnownSchemes schemes = KnownSchemes.of(
                task.municipality(), memberships.stream().map(this::scheme).toList(), connection);
        KnownMemberships known = KnownMemberships.of(
                memberships.stream()
                        .map(row -> schemes.named(scheme(row)))
                        .filter(Objects::nonNull)
                        .map(KnownScheme::code)
                        .collect(Collectors.toSet()),
                memberships.stream().map(MembershipRow::number).toList(),
                members.values().stream().map(Member::supporter).collect(Collectors.toSet()),
                connection);
        MembershipCopy copy = new MembershipCopy(task, chunk, seals);
        for (Read row : read) {
            new Placing(members, schemes, known, copy).place(row);
        }
        copy.send(connection);
        return new Staged(rows.size(), copy.rejected());
    }

    /** As the row says, or else as the sender said of all rows. */
    private String scheme(MembershipRow row) {
        return row.scheme().isEmpty() && task.scheme() != null ? task.scheme() : row.scheme();
    }

    private final class Placing {

        private final Map<String, Member> members;
        private final KnownSchemes schemes;
        private final KnownMemberships known;
        private final MembershipCopy copy;

        Placing(Map<String, Member> members, KnownSchemes schemes, KnownMemberships known, MembershipCopy copy) {
            this.members = members;
            this.schemes = schemes;
            this.known = known;
            this.copy = copy;
        }

        void place(Read read) {
            MembershipRow row = read.membership();
            if (row == null) {
                copy.rejected(read.row(), null, null, read.reading().reasons());
                return;
            }
            Member member = members.get(row.memberNumber());
            UUID supporter = member == null ? null : member.supporter();
            KnownScheme scheme = schemes.named(scheme(row));
            Set<Reason> wrong = EnumSet.noneOf(Reason.class);
            wrong.addAll(read.reading().reasons());
            unusable(row, scheme).ifPresent(wrong::add);
            if (!wrong.isEmpty()) {
                copy.rejected(read.row(), row.number(), supporter, sayable(member, List.copyOf(wrong)));
                return;
            }
            Standing standing = known.standing(scheme.code(), row.number(), supporter);
            Decision decision = deciding.decide(row, scheme, member, standing);
            if (decision.outcome() == Outcome.REJECTED) {
                List<Reason> reasons = sayable(member, List.of(decision.reason()));
                copy.rejected(read.row(), scheme.code(), row.number(), supporter, reasons, decision.state());
            } else {
                copy.decided(read.row(), scheme.code(), row.number(), supporter, standing.numbered(), decision);
            }
        }

        /** Of who had themselves removed nothing else is said, so that nothing of the row is kept. */
        private static List<Reason> sayable(Member member, List<Reason> reasons) {
            return member != null && member.gone() ? List.of(Reason.REMOVED_ON_REQUEST) : reasons;
        }

        private Optional<Reason> unusable(MembershipRow row, KnownScheme scheme) {
            if (scheme(row).isEmpty()) {
                return Optional.of(Reason.MISSING_SCHEME);
            }
            if (scheme == null) {
                return Optional.of(schemes.ofOthers(scheme(row)) ? Reason.SCHEME_OF_OTHERS : Reason.UNKNOWN_SCHEME);
            }
            if (!scheme.own()) {
                return Optional.of(Reason.SCHEME_OF_OTHERS);
            }
            boolean differs = task.scheme() != null && !task.scheme().equals(scheme.code());
            return differs ? Optional.of(Reason.SCHEME_DIFFERS) : Optional.empty();
        }
    }
}
