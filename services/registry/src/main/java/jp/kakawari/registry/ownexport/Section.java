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
                         from entitlement_use u where u.membership = m.id),
                'answers', (select jsonb_object_agg(a.attribute, a.value)
                            from membership_attribute a where a.membership = m.id),
                'benefits', (select jsonb_agg(jsonb_build_object('entitlement', b.entitlement, 'givenAt', b.given_at) order by b.id)
                             from benefit b where b.membership = m.id),
                'referralCards', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                                          'card', r.card, 'redeemedOn', r.redeemed_on, 'takenBackAt', r.taken_back_at)) order by r.id)
                                  from referral_card r where r.membership = m.id),
                'shareLinks', (select jsonb_agg(jsonb_build_object('program', l.program, 'token', l.token,
                                   'createdAt', l.created_at) order by l.token)
                               from share_link l where l.membership = m.id)) as body
            from membership m where m.supporter = ?"""),
    ENGAGEMENTS("engagements", """
            select id::text as place, jsonb_build_object(
                'id', id, 'municipality', municipality, 'activity', activity, 'occurredOn', occurred_on, 'status', status,
                'quantity', quantity, 'unit', unit, 'program', program, 'contribution', contribution, 'scheme', scheme, 'sourceSystem', source_system,
                'sourceTransaction', source_transaction, 'recordedBy', recorded_by, 'createdAt', created_at) as body
            from engagement where supporter = ?"""),
    LADDER_MOVES("ladderMoves", """
            select id::text as place, jsonb_build_object(
                'id', id, 'municipality', municipality, 'from', former, 'to', step, 'movedOn', moved_on,
                'movedBy', moved_by, 'recordedAt', recorded_at) as body
            from ladder_move where supporter = ?"""),
    CERTIFICATES("certificates", """
            select k.id::text as place, jsonb_build_object(
                'id', k.id, 'municipality', k.municipality, 'certification', k.certification, 'name', c.name,
                'issuedOn', k.issued_on, 'revokedOn', k.revoked_on) as body
            from certificate k
            join certification c on c.municipality = k.municipality and c.code = k.certification where k.supporter = ?"""),
    SUBSCRIPTIONS("subscriptions", """
            select id::text as place, jsonb_build_object(
                'id', id, 'municipality', municipality, 'kind', kind, 'yen', yen, 'every', every, 'project', project,
                'startedOn', started_on, 'endedOn', ended_on, 'sourceTransaction', source_transaction) as body
            from subscription where supporter = ?"""),
    DONATIONS("donations", """
            select engagement::text as place, jsonb_build_object(
                'engagement', engagement, 'municipality', municipality, 'type', type, 'yen', yen, 'project', project,
                'subscription', subscription) as body
            from support where supporter = ?"""),
    PROJECTS("projects", """
            select municipality || project as place, jsonb_build_object(
                'municipality', municipality, 'project', project, 'joinedOn', joined_on) as body
            from project_member where supporter = ?"""),
    PAYMENTS("payments", """
            select id::text as place, jsonb_build_object(
                'id', id, 'scheme', scheme, 'operator', operator, 'transaction', transaction, 'municipality', municipality,
                'membership', membership, 'paidOn', paid_on, 'amount', amount, 'refunds', refunds, 'accrued', accrued,
                'engagement', entry, 'createdAt', created_at) as body
            from payment where supporter = ?"""),
    OPINIONS("opinions", """
            select id::text as place, jsonb_build_object(
                'id', id, 'municipality', municipality, 'scheme', scheme, 'topic', topic, 'state', state,
                'text', encode(text, 'hex'), 'answer', encode(answer, 'hex'), 'postedAt', posted_at,
                'answeredAt', answered_at) as body
            from opinion where supporter = ?"""),
    LETTERS("letters", """
            select d.campaign::text as place, jsonb_build_object(
                'campaign', d.campaign, 'municipality', d.municipality, 'kind', c.kind, 'subject', c.subject,
                'state', d.state, 'gatheredAt', d.gathered_at, 'handedAt', d.handed_at, 'answeredAt', d.answered_at) as body
            from campaign_delivery d join campaign c on c.id = d.campaign where d.supporter = ?"""),
    FEEDS("feeds", """
            select id::text as place, jsonb_build_object('id', id, 'createdAt', created_at) as body
            from feed_token where supporter = ?"""),
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
