package jp.kakawari.registry.ownexport;

/** A part of what is held of somebody: what it is called, and the statement that makes its entries, of one person by id. */
enum Section {
    TIES("ties", """
            select municipality as place, jsonb_build_object(
                'municipality', municipality, 'origins', origins, 'stage', stage, 'since', since, 'resident', resident,
                'lastActiveOn', last_active_on, 'mailConsent', mail_consent, 'affiliation', affiliation,
                'referrerMemberNumber', referrer, 'memberNumber', case when source_system = 'list' then source_id end,
                'endedOn', ended_on, 'endedBy', ended_by) as body
            from tie where supporter = ?"""),
    MEMBERSHIPS("memberships", """
            select m.id::text as place, jsonb_build_object(
                'id', m.id, 'scheme', m.scheme, 'municipality', m.municipality, 'number', m.number, 'tier', m.tier,
                'policy', m.policy, 'state', m.state, 'joinedOn', m.joined_on, 'validUntil', m.valid_until,
                'endedOn', m.ended_on, 'endedBecause', m.ended_because,
                'history', (select jsonb_agg(jsonb_build_object('at', h.at, 'action', h.action, 'doneBy', h.done_by,
                                'organization', h.organization, 'tierBefore', h.tier_before, 'tierAfter', h.tier_after,
                                'reason', h.reason) order by h.id)
                            from membership_history h where h.membership = m.id),
                'cards', (select jsonb_agg(jsonb_build_object('id', c.id, 'issuedAt', c.issued_at, 'revokedAt', c.revoked_at,
                              'revokedBecause', c.revoked_because) order by c.id)
                          from credential c where c.membership = m.id),
                'uses', (select jsonb_agg(jsonb_build_object('entitlement', u.entitlement, 'usedAt', u.used_at,
                             'municipality', u.municipality) order by u.id)
                         from entitlement_use u where u.membership = m.id)) as body
            from membership m where m.supporter = ?"""),
    ENGAGEMENTS("engagements", """
            select id::text as place, jsonb_build_object(
                'id', id, 'municipality', municipality, 'activity', activity, 'occurredOn', occurred_on, 'status', status,
                'quantity', quantity, 'unit', unit, 'program', program, 'sourceSystem', source_system,
                'sourceTransaction', source_transaction, 'recordedBy', recorded_by, 'createdAt', created_at) as body
            from engagement where supporter = ?"""),
    CONSENTS("consents", """
            select purpose || recipient as place, jsonb_build_object(
                'purpose', purpose, 'recipient', recipient, 'state', state, 'fields', fields, 'terms', terms,
                'through', through, 'toldBy', told_by, 'at', at) as body
            from consent_standing where supporter = ?"""),
    CONSENT_HISTORY("consentHistory", """
            select id::text as place, jsonb_build_object(
                'id', id, 'at', at, 'purpose', purpose, 'recipient', recipient, 'state', state, 'fields', fields,
                'terms', terms, 'through', through, 'toldBy', told_by) as body
            from consent_history where supporter = ?"""),
    PROVISIONS("provisions", """
            select id::text as place, jsonb_build_object(
                'id', id, 'at', at, 'recipient', recipient, 'purpose', purpose, 'fields', fields, 'terms', terms,
                'consent', consent) as body
            from provision where supporter = ?"""),
    READS("reads", """
            select r.id::text as place, jsonb_build_object(
                'id', r.id, 'at', r.at, 'organization', r.reader_organization, 'organizationName', o.name,
                'purpose', r.purpose) as body
            from personal_read r left join organization o on o.id = r.reader_organization where r.supporter = ?""");

    private final String title;
    private final String entries;

    Section(String title, String entries) {
        this.title = title;
        this.entries = entries;
    }

    String title() {
        return title;
    }

    /** Its entries with their section, so that those of all sections can be put one after another. */
    String statement() {
        return "select %d as section, place, jsonb_strip_nulls(body)::text as body from (%s) entries_%d"
                .formatted(ordinal(), entries, ordinal());
    }
}
