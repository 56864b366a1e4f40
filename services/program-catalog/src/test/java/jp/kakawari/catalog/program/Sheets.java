package jp.kakawari.catalog.program;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** A complete sheet of 飛騨市 with some fields written differently. */
final class Sheets {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .build();

    private static final String COMPLETE = """
            {'title': '石積みの学校', 'summary': '棚田の石積みを直す。', 'municipalities': ['212172'],
             'activity': 'VOLUNTEERING', 'mode': 'ONSITE'}""";

    private Sheets() {}

    static ProgramSheet sheet(String differences) {
        try {
            ObjectNode sheet = (ObjectNode) JSON.readTree(COMPLETE);
            sheet.setAll((ObjectNode) JSON.readTree(differences));
            return JSON.treeToValue(sheet, ProgramSheet.class);
        } catch (JsonProcessingException typo) {
            throw new IllegalArgumentException(typo);
        }
    }
}
