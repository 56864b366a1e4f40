package jp.kakawari.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;
import java.util.stream.Stream;
import jp.kakawari.contracts.catalog.NeedChanged;
import jp.kakawari.contracts.catalog.ProgramChanged;
import jp.kakawari.contracts.matching.ApplicationChanged;
import jp.kakawari.contracts.matching.ParticipationRecorded;
import jp.kakawari.contracts.registry.AccrualChanged;
import jp.kakawari.contracts.registry.ConsentChanged;
import jp.kakawari.contracts.registry.DelegationChanged;
import jp.kakawari.contracts.registry.DeliveryCounted;
import jp.kakawari.contracts.registry.EngagementRecorded;
import jp.kakawari.contracts.registry.LadderMoved;
import jp.kakawari.contracts.registry.MembershipChanged;
import jp.kakawari.contracts.registry.OrganizationChanged;
import jp.kakawari.contracts.registry.SupporterChanged;
import jp.kakawari.contracts.registry.TierChanged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExamplesTest {

    private static final Map<Topic, Class<? extends Event>> TYPES = Map.ofEntries(
            Map.entry(Topic.REGISTRY_ORGANIZATION, OrganizationChanged.class),
            Map.entry(Topic.REGISTRY_SUPPORTER, SupporterChanged.class),
            Map.entry(Topic.REGISTRY_ENGAGEMENT, EngagementRecorded.class),
            Map.entry(Topic.REGISTRY_MEMBERSHIP, MembershipChanged.class),
            Map.entry(Topic.REGISTRY_CONSENT, ConsentChanged.class),
            Map.entry(Topic.REGISTRY_DELEGATION, DelegationChanged.class),
            Map.entry(Topic.REGISTRY_ACCRUAL, AccrualChanged.class),
            Map.entry(Topic.REGISTRY_TIER, TierChanged.class),
            Map.entry(Topic.REGISTRY_DELIVERY, DeliveryCounted.class),
            Map.entry(Topic.REGISTRY_LADDER, LadderMoved.class),
            Map.entry(Topic.CATALOG_PROGRAM, ProgramChanged.class),
            Map.entry(Topic.CATALOG_NEED, NeedChanged.class),
            Map.entry(Topic.MATCHING_APPLICATION, ApplicationChanged.class),
            Map.entry(Topic.MATCHING_PARTICIPATION, ParticipationRecorded.class));

    private final JsonMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @ParameterizedTest
    @EnumSource(Topic.class)
    void each_topic_has_an_example_that_reads_and_writes_back_the_same(Topic topic) throws Exception {
        String example = Examples.of(topic);
        Event event = json.readValue(example, TYPES.get(topic));
        assertThat(event.topic()).isEqualTo(topic);
        assertThat(event.type()).startsWith("jp.kakawari." + topic.publisher());
        assertThat(json.readTree(json.writeValueAsString(event))).isEqualTo(json.readTree(example));
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void no_example_names_a_person(Topic topic) {
        assertThat(Examples.of(topic))
                .doesNotContainPattern("(?i)\"(familyName|givenName|email|phone|birthDate|address)");
    }

    @Test
    void the_survey_has_31_activities_of_which_25_have_a_class() {
        assertThat(Activity.values()).hasSize(31);
        assertThat(Stream.of(Activity.values()).filter(a -> a.relationClass().isPresent()))
                .hasSize(25);
    }
}
