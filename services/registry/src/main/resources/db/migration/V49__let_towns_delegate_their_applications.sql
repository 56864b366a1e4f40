alter table delegation
    drop constraint delegation_scopes_known,
    add constraint delegation_scopes_known check
        (cardinality(scopes) > 0 and scopes <@ array['PROGRAMS', 'SUPPORTERS_READ', 'ENGAGEMENTS', 'APPLICATIONS']);
