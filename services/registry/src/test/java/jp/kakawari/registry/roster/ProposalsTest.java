package jp.kakawari.registry.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ProposalsTest {

    @Test
    void namesAndValuesSpeakForAField() {
        List<Proposal> proposals = proposals(
                "会員番号,氏名,連絡用携帯,x,〒番号,お住まい都道府県名,ご誕生日,担当者,行,理由",
                "%d,清水,090-1234-56%02d,a%d@example.jp,506-00%02d,岐阜県,S62.9.3,佐藤,3,生年月日");
        assertThat(proposals)
                .extracting(Proposal::column, Proposal::field)
                .containsExactly(
                        tuple(2, "phone"),
                        tuple(3, "email"),
                        tuple(4, "postalCode"),
                        tuple(5, "prefecture"),
                        tuple(6, "birthDate"));
        assertThat(proposals).allMatch(proposal -> proposal.confidence() >= 0.8 && proposal.confidence() <= 1);
        assertThat(proposals.getFirst().ja()).contains("携帯").contains("100%");
        assertThat(proposals.get(1).ja()).isEqualTo("最初の値20件の100%が「メールアドレス」として読み取れます");
    }

    @Test
    void valuesThatDoNotReadSpeakAgainstAName() {
        assertThat(proposals("会員番号,氏名,電話受付担当", "%d,清水,佐藤")).isEmpty();
        assertThat(proposals("会員番号,氏名,電話の番号", "%d,清水,佐藤")).isEmpty();
        assertThat(proposals("会員番号,氏名,電話の番号", "%d,清水,"))
                .singleElement()
                .satisfies(proposal -> assertThat(proposal.field()).isEqualTo("phone"));
    }

    @Test
    void whatIsRecognisedIsNotProposedAgain() {
        assertThat(proposals("会員番号,氏名,電話番号,予備の電話番号", "%d,清水,090-1234-5678,090-1234-5678"))
                .isEmpty();
    }

    @Test
    void theColumnThatOnlyAnExportHasIsNeverProposed() {
        assertThat(proposals("会員番号,氏名,変換できなかった文字", "%d,清水,")).isEmpty();
    }

    @Test
    void whoIsRefusedForAColumnLearnsWhichItMayBe() {
        assertThatExceptionOfType(UnreadableRoster.class)
                .isThrownBy(() -> proposals("会員の番号,氏名", "%d,清水"))
                .withMessageContaining("memberNumber");
    }

    @Property(tries = 200)
    void oneProposalAtMostForAColumnAndAField(@ForAll @Size(max = 12) List<String> names) {
        List<Proposal> proposals =
                Proposals.of(names, Collections.nCopies(names.size(), null), List.of(), Columns.SUPPORTERS);
        assertThat(proposals).extracting(Proposal::column).doesNotHaveDuplicates();
        assertThat(proposals).extracting(Proposal::field).doesNotHaveDuplicates();
        assertThat(proposals).allMatch(proposal -> proposal.confidence() > 0 && proposal.confidence() <= 1);
    }

    private static List<Proposal> proposals(String header, String row) {
        String rows = String.join(
                "\n",
                IntStream.range(0, 20).mapToObj(i -> row.formatted(i, i, i, i)).toList());
        byte[] file = (header + "\n" + rows + "\n").getBytes(StandardCharsets.UTF_8);
        try (Roster roster = Lists.roster(Format.CSV, file)) {
            return roster.proposals();
        }
    }
}
