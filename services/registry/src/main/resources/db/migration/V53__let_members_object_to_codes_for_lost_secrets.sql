alter table oauth_client add column claim_from timestamptz;

comment on column oauth_client.claim_from is 'from when on the code is good: three days later where there is a secret or keys already; null at once';

drop index contact_point_referral_counted;
create index contact_point_referral_of_a_desk on contact_point_referral (contact_point, id desc);
create index contact_point_referral_counted on contact_point_referral (contact_point) include (people) where withdrawn_at is null;
